import { describe, expect, it } from "vitest";
import { allItems } from "../../functions/pipeline/all-items.ts";
import { memoryTable } from "../support/stores/memory-table.ts";

describe("allItems", () => {
  const table = memoryTable();
  const sorts = Array.from({ length: 25 }, (_, index) => `file#${String(index).padStart(2, "0")}`);

  it("reads a partition of several pages in the order of its sort keys, and no other", async () => {
    await table.putAll([...sorts, "batch"].map((sort) => ({ partition: "ledger", sort })));
    await table.put({ partition: "inbox", sort: "file#00" });
    // One page does not hold it.
    expect((await table.query({ partition: "ledger" })).next).not.toBeNull();
    const items = await allItems(table, "ledger");
    expect(items.map(({ sort }) => sort)).toEqual(["batch", ...sorts]);
    expect(await allItems(table, "releases")).toEqual([]);
  });

  it("reads those alone whose sort keys begin with a text", async () => {
    const items = await allItems(table, "ledger", "file#1");
    expect(items.map(({ sort }) => sort)).toEqual(sorts.slice(10, 20));
  });
});
