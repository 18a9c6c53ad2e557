import { afterAll, describe, expect, it } from "vitest";
import { type LocalTable, localTable } from "../../../functions/adapters/table/local-table.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { tableContract } from "./table.contract.ts";

const opened: LocalTable[] = [];
afterAll(() => Promise.all(opened.map(({ close }) => close())));

async function open() {
  const folder = scratchFolder();
  const local = await localTable({ table: `${folder}/items`, tableBefore: `${folder}/table` });
  opened.push(local);
  return local.table;
}

describe("level-table", () => {
  tableContract(open);

  it("counts what DynamoDB counts of an item that is not ASCII", async () => {
    const table = await open();
    const key = { partition: "p", sort: "s" };
    // Names and key take 19 bytes, an é two.
    const most = `e${"é".repeat((400 * 1_024 - 20) / 2)}`;
    await table.put({ ...key, text: most });
    await expect(table.put({ ...key, text: `${most}e` })).rejects.toThrow(
      "an item has 409601 bytes: expected at most 409600",
    );
  });

  it.each<[string, unknown, number]>([
    ["a number of one digit", 7, 2],
    ["a number of 16 digits", 1234567890123456, 9],
    ["zeros before and behind it", 0.00012, 2],
    ["null", null, 1],
    ["true", true, 1],
    ["a list", ["ab", false], 3 + 2 + 1 + 2],
    ["an object", { ab: "c" }, 3 + 1 + 3],
  ])("counts %s", async (_, value, bytes) => {
    const table = await open();
    const most = "x".repeat(400 * 1_024 - 19 - "v".length - bytes);
    await table.put({ partition: "p", sort: "s", text: most, v: value });
    const more = table.put({ partition: "p", sort: "s", text: `${most}x`, v: value });
    await expect(more).rejects.toThrow("expected at most 409600");
  });

  it("refuses a query of no partition, as DynamoDB does and dynalite does not", async () => {
    const table = await open();
    await expect(table.query({ partition: "" })).rejects.toThrow("a partition key has 0 bytes");
  });

  it("keeps attributes by any name", async () => {
    const table = await open();
    const item = JSON.parse(
      '{"partition":"p","sort":"s","__proto__":{"a":1},"toString":"t","constructor":null}',
    ) as { partition: string; sort: string };
    await table.put(item);
    const stored = await table.get(item);
    expect(JSON.stringify(stored)).toBe(JSON.stringify(item));
    expect(
      await table.swap({ partition: "p", sort: "s", valueOf: 1 }, { partition: "p", sort: "s" }),
    ).toBe(true);
  });

  it("asks and writes in turn: what was put before a swap is seen by it, and what comes after is not", async () => {
    const table = await open();
    const key = { partition: "p", sort: "s" };
    await table.put({ ...key, n: 0 });
    const late = [table.put({ ...key, n: 1 }), table.swap({ ...key, n: 2 }, { ...key, n: 0 })];
    expect(await Promise.all(late)).toEqual([undefined, false]);
    const early = [
      table.swap({ ...key, n: 2 }, { ...key, n: 1 }),
      table.put({ ...key, n: 3 }),
      table.putIfAbsent({ ...key, n: 4 }),
    ];
    expect(await Promise.all(early)).toEqual([true, undefined, false]);
    expect(await table.get(key)).toEqual({ ...key, n: 3 });
  });

  it("holds few large items in memory", async () => {
    const table = await open();
    const keyOf = (n: number) => ({ partition: "p", sort: String(n) });
    async function* items() {
      for (let n = 0; n < 40; n += 1) {
        // Three megabytes at most wait: a batch that is written and one that is filled.
        if (n >= 9) expect(await table.get(keyOf(n - 9))).not.toBeNull();
        yield { ...keyOf(n), text: "x".repeat(300_000) };
      }
    }
    expect(await table.putAll(items())).toBe(40);
  });
});
