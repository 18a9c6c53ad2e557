import { setTimeout as wait } from "node:timers/promises";
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
} from "@aws-sdk/client-dynamodb";
import { TABLE } from "../../../functions/layout.ts";

const POLL_MS = 5;
const LONGEST_WAIT_MS = 30_000;

/**
 * Makes the table where it is not there yet, and resolves once it takes items. A table made by an
 * earlier version keeps its index, which nothing reads any more.
 */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [TABLE.partition, TABLE.sort].map((attribute) => ({
          AttributeName: attribute,
          AttributeType: "S",
        })),
        KeySchema: [
          { AttributeName: TABLE.partition, KeyType: "HASH" },
          { AttributeName: TABLE.sort, KeyType: "RANGE" },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await untilActive(client, name);
}

/** The SDK's own waiter polls every two seconds at least, and dynalite is ready sooner. */
async function untilActive(client: DynamoDBClient, name: string): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    if (Table?.TableStatus === "ACTIVE") return;
    if (Date.now() > deadline) {
      throw new Error(
        `table ${name} is ${Table?.TableStatus ?? "unknown"} after ${LONGEST_WAIT_MS / 1000} s: expected it to become ACTIVE`,
      );
    }
    await wait(POLL_MS);
  }
}
