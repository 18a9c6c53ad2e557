import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createTable } from "../../../functions/adapters/table/create-table.ts";
import { dynamoTable } from "../../../functions/adapters/table/dynamo-table.ts";
import {
  embeddedDynamo,
  type EmbeddedDynamo,
} from "../../../functions/adapters/table/embedded-dynamo.ts";
import { TABLE } from "../../../functions/layout.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { tableContract } from "../table.contract.ts";

async function started(folder: string | null) {
  const dynamo = await embeddedDynamo(folder);
  onTestFinished(() => dynamo.close());
  return dynamo;
}

describe.each([
  ["in memory", () => null],
  ["on disk", () => mkdtempSync(join(tmpdir(), "ilp-test-"))],
])("dynamo-table %s", (_, folderOf) => {
  const folder = folderOf();
  let dynamo: EmbeddedDynamo;
  let tables = 0;
  beforeAll(async () => {
    dynamo = await embeddedDynamo(folder);
  });
  afterAll(async () => {
    await dynamo.close();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  });

  tableContract(async () => {
    const name = `${TABLE.name}-${tables++}`;
    await createTable(dynamo.client, name);
    return dynamoTable(dynamo.client, name);
  });
});

describe("dynamo-table", () => {
  it("sends again what the service hands back or refuses for now", async () => {
    const { client, table } = await started(null);
    const calls = throttle(client, 6);
    const items = Array.from({ length: 100 }, (_, n) => ({ partition: "p", sort: `${n}`, n }));
    expect(await table.putAll(items)).toBe(100);
    expect((await table.query({ partition: "p" })).items).toHaveLength(100);
    expect(calls()).toBeGreaterThanOrEqual(4 + 6);
  });

  it("ends with the later of two items with one key, also when the earlier is slow to arrive", async () => {
    const { client, table } = await started(null);
    delayEveryOther(client, 30);
    const versions = Array.from({ length: 600 }, (_, n) => ({
      partition: "p",
      sort: String(n % 30).padStart(2, "0"),
      n,
    }));
    expect(await table.putAll(versions)).toBe(600);
    const { items } = await table.query({ partition: "p" });
    expect(items.map((item) => item["n"])).toEqual(
      Array.from({ length: 30 }, (_, key) => 570 + key),
    );
  });
});

describe("create-table", () => {
  it("leaves the table that is there as it is", async () => {
    const { client, table } = await started(null);
    await table.put({ partition: "p", sort: "s" });
    await createTable(client, TABLE.name);
    expect(await table.get({ partition: "p", sort: "s" })).not.toBeNull();
    const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE.name }));
    expect(Table?.GlobalSecondaryIndexes).toBeUndefined();
  });

  it("opens a data folder whose table an earlier version made with an index", async () => {
    const folder = scratchFolder();
    const old = { partition: "p", sort: "1", worklistPartition: "school", worklistSort: "0#" };
    const before = await embeddedDynamo(folder);
    await makeIndexedTable(before.client);
    await before.table.putAll([old, { ...old, sort: "2" }, { ...old, sort: "3" }]);
    await before.close();

    const { client, table } = await started(folder);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE.name }));
    expect(Table?.GlobalSecondaryIndexes).toHaveLength(1);
    expect(await table.get(old)).toEqual(old);
    await table.put({ partition: "p", sort: "2" });
    expect(await table.putIfAbsent({ partition: "p", sort: "4" })).toBe(true);
    await table.deleteAll([{ partition: "p", sort: "3" }]);
    const first = await table.query({ partition: "p", limit: 2 });
    expect(first.items).toEqual([old, { partition: "p", sort: "2" }]);
    const rest = await table.query({ partition: "p", after: first.next });
    expect(rest).toEqual({ items: [{ partition: "p", sort: "4" }], next: null });
  });
});

/** Puts in place of the table one with the index that worklists once had. */
async function makeIndexedTable(client: DynamoDBClient): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: TABLE.name }));
  await waitUntilTableNotExists(
    { client, maxWaitTime: 10, minDelay: 1, maxDelay: 1 },
    { TableName: TABLE.name },
  );
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: "HASH" as const },
    { AttributeName: sort, KeyType: "RANGE" as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: TABLE.name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["partition", "sort", "worklistPartition", "worklistSort"].map(
        (name) => ({ AttributeName: name, AttributeType: "S" }),
      ),
      KeySchema: keys("partition", "sort"),
      GlobalSecondaryIndexes: [
        {
          IndexName: "worklist",
          KeySchema: keys("worklistPartition", "worklistSort"),
          Projection: { ProjectionType: "ALL" },
        },
      ],
    }),
  );
  await createTable(client, TABLE.name);
}

/** Has the service take one item of each of the first batches, or none of it, by turns. */
function throttle(client: DynamoDBClient, times: number): () => number {
  let calls = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context["commandName"] !== "BatchWriteItemCommand") return next(args);
      calls += 1;
      if (calls > times) return next(args);
      if (calls % 2 === 0) {
        throw Object.assign(new Error("slow down"), { name: "ThrottlingException" });
      }
      const { RequestItems } = args.input as { RequestItems: Record<string, unknown[]> };
      const [first, ...rest] = RequestItems[TABLE.name]!;
      const input = { RequestItems: { [TABLE.name]: [first] } };
      const answer = await next({ ...args, input: input as never });
      Object.assign(answer.output, { UnprocessedItems: { [TABLE.name]: rest } });
      return answer;
    },
    { step: "initialize" },
  );
  return () => calls;
}

/** Has every other batch reach the service late. */
function delayEveryOther(client: DynamoDBClient, milliseconds: number): void {
  let calls = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const isLate = context["commandName"] === "BatchWriteItemCommand" && (calls += 1) % 2 === 1;
      if (isLate) await wait(milliseconds);
      return next(args);
    },
    { step: "initialize" },
  );
}
