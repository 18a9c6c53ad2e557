import { expect, it } from "vitest";
import { itemsWritten } from "./items-written.ts";

const key = (sort: string) => ({ partition: { S: "cast#ledger" }, sort: { S: sort } });
const operation = (name: string, body: Record<string, unknown>) => ({
  ...{ name, body, tables: ["table"] },
});

it("names the item of a put with all that is in it", () => {
  const Item = { ...key("batch"), isOpen: { BOOL: true } };
  expect(itemsWritten(operation("PutItem", { TableName: "table", Item }))).toEqual([
    { key: "cast#ledger / batch", text: JSON.stringify(Item) },
  ]);
});

it("names each item of a batch in its order, written or deleted", () => {
  const entries = [
    { PutRequest: { Item: key("b") } },
    { DeleteRequest: { Key: key("a") } },
    { PutRequest: { Item: key("c") } },
  ];
  const items = itemsWritten(operation("BatchWriteItem", { RequestItems: { table: entries } }));
  expect(items.map((item) => item.key)).toEqual([
    ...["cast#ledger / b", "cast#ledger / a", "cast#ledger / c"],
  ]);
  expect(items.map(({ text }) => text === "")).toEqual([false, true, false]);
});

it.each(["UpdateItem", "DeleteItem"])("names the item of %s by its key", (name) => {
  expect(itemsWritten(operation(name, { Key: key("a") }))).toMatchObject([
    { key: "cast#ledger / a" },
  ]);
});

it.each(["GetItem", "Query", "Scan", "BatchGetItem"])("names none of %s", (name) => {
  expect(itemsWritten(operation(name, { Key: key("a"), RequestItems: {} }))).toEqual([]);
});
