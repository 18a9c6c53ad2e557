import { describe, expect, it } from "vitest";
import { localTable } from "../../../functions/adapters/table/local-table.ts";
import { localFolders } from "../../../functions/cli/arguments/local-places.ts";
import { sharedPlaces } from "../../../functions/cli/server/shared-places.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const KEY = { partition: "cast#worklist", sort: "CAST-MS" };

describe("sharedPlaces", () => {
  it("reads files while another holds the table, and says so to whom asks the table", async () => {
    const data = scratchFolder();
    const { reading, writing } = sharedPlaces(data);
    await reading(({ records }) => records.put("a/b", new Uint8Array([7])));
    const other = await localTable(localFolders(data));
    const inUse = /another ilp command is using the data folder/;
    await Promise.all([
      expect(reading(({ records }) => records.get("a/b"))).resolves.toEqual(new Uint8Array([7])),
      expect(reading(({ table }) => table.get(KEY))).rejects.toThrow(inUse),
      expect(writing(({ records }) => records.get("a/b"))).rejects.toThrow(inUse),
      expect(reading(({ records }) => records.get("a/c"))).resolves.toBeNull(),
    ]);
    await other.close();
    await writing(({ table }) => table.put({ ...KEY, at: 1 }));
    expect(await reading(({ table }) => table.get(KEY))).toEqual({ ...KEY, at: 1 });
  });

  it("gives the table free once nothing waits", async () => {
    const data = scratchFolder();
    const { writing } = sharedPlaces(data);
    await Promise.all(
      [1, 2, 3].map((value) => writing(({ table }) => table.put({ ...KEY, at: value }))),
    );
    await expect
      .poll(async () => {
        const table = await localTable(localFolders(data));
        await table.close();
        return "free";
      })
      .toBe("free");
  });

  it("does one thing after the other, and goes on after one that failed", async () => {
    const { reading } = sharedPlaces(scratchFolder());
    const done: number[] = [];
    const step = (number: number) =>
      reading(async () => {
        await new Promise((resolve) => setImmediate(resolve));
        done.push(number);
        if (number === 2) throw new Error("the second fails");
      });
    const results = await Promise.allSettled([1, 2, 3].map(step));
    expect(done).toEqual([1, 2, 3]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});
