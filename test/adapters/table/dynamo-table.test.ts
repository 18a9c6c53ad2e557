import { setTimeout as wait } from "node:timers/promises";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { dynamoTable } from "../../../functions/adapters/table/dynamo-table.ts";
import { TABLE } from "../../../functions/layout.ts";
import { createTable } from "../../support/dynalite/create-table.ts";
import { type Dynalite, startDynalite } from "../../support/dynalite/start-dynalite.ts";
import { tableContract } from "./table.contract.ts";

async function started() {
  const dynamo = await startDynalite();
  onTestFinished(() => dynamo.close());
  return dynamo;
}

describe("dynamo-table", { timeout: 30_000 }, () => {
  let dynamo: Dynalite;
  let tables = 0;
  beforeAll(async () => {
    dynamo = await startDynalite();
  });
  afterAll(() => dynamo.close());

  tableContract(async () => {
    const name = `${TABLE.name}-${tables++}`;
    await createTable(dynamo.client, name);
    return dynamoTable(dynamo.client, name);
  });
});

describe("dynamo-table", () => {
  it("sends again what the service hands back or refuses for now", async () => {
    const { client, table } = await started();
    const calls = throttle(client, 6);
    const items = Array.from({ length: 100 }, (_, n) => ({ partition: "p", sort: `${n}`, n }));
    expect(await table.putAll(items)).toBe(100);
    expect((await table.query({ partition: "p" })).items).toHaveLength(100);
    expect(calls()).toBeGreaterThanOrEqual(4 + 6);
  });

  it("ends with the later of two items with one key, also when the earlier is slow to arrive", async () => {
    const { client, table } = await started();
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
