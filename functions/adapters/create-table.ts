import { setTimeout as wait } from "node:timers/promises";
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
} from "@aws-sdk/client-dynamodb";
import { TABLE } from "../layout.ts";

const POLL_MS = 5;
const LONGEST_WAIT_MS = 30_000;

/**
 * Makes the table and its worklist index where they are not there yet, and resolves once the table
 * takes items. For one machine only: on AWS the stack makes it.
 */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [
          TABLE.partition,
          TABLE.sort,
          TABLE.worklistPartition,
          TABLE.worklistSort,
        ].map((attribute) => ({ AttributeName: attribute, AttributeType: "S" })),
        KeySchema: keySchema(TABLE.partition, TABLE.sort),
        GlobalSecondaryIndexes: [
          {
            IndexName: TABLE.worklistIndex,
            KeySchema: keySchema(TABLE.worklistPartition, TABLE.worklistSort),
            Projection: { ProjectionType: "ALL" },
          },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await untilActive(client, name);
}

function keySchema(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: "HASH" as const },
    { AttributeName: sort, KeyType: "RANGE" as const },
  ];
}

/** The SDK's own waiter polls every two seconds at the least, which an embedded table never needs. */
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
