import { describe, expect, it } from "vitest";
import { tableContract } from "../../adapters/table/table.contract.ts";
import { memoryTable } from "./memory-table.ts";

describe("memory-table", () => {
  tableContract(async () => memoryTable());

  it("has copies of its own", async () => {
    const table = memoryTable();
    await table.put({ partition: "p", sort: "a", n: 1 });
    const copy = table.copy();
    await copy.put({ partition: "p", sort: "a", n: 2 });
    await table.put({ partition: "p", sort: "b" });
    expect(await table.get({ partition: "p", sort: "a" })).toMatchObject({ n: 1 });
    expect(await copy.get({ partition: "p", sort: "b" })).toBeNull();
  });
});
