import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookAtData, writtenSince } from "../../bench/written.ts";
import { withLocalPlaces } from "../../functions/cli/arguments/local-places.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const item = (sort: string, text: string) => ({ partition: "p", sort, text });

/** A data folder with two objects and two items, and what a change of it wrote. */
async function writtenBy(change: (places: Places, data: string) => Promise<void>) {
  const data = scratchFolder();
  await withLocalPlaces(data, async ({ records, public: open, table }) => {
    await records.put("raw/a", bytes("a"));
    await open.put("b", bytes("b"));
    await table.putAll([item("1", "x"), item("2", "y")]);
  });
  const before = await lookAtData(data);
  await withLocalPlaces(data, (places) => change(places, data));
  return writtenSince(before, await lookAtData(data));
}

describe("what a night wrote", () => {
  it("is nothing where a folder was only opened and read", async () => {
    const read = async ({ records, table }: Places) => {
      await records.get("raw/a");
      await table.get({ partition: "p", sort: "1" });
    };
    expect(await writtenBy(read)).toEqual({ objects: 0, items: 0 });
  });

  it("counts what is new, changed or gone, each once", async () => {
    const change = async ({ records, public: open, table }: Places) => {
      await records.put("raw/c", bytes("c"));
      await records.delete(["raw/a"]);
      await open.put("b", bytes("longer"));
      await table.put(item("1", "z"));
      await table.putAll([item("3", "x"), item("4", "x")]);
      await table.deleteAll([{ partition: "p", sort: "2" }]);
    };
    expect(await writtenBy(change)).toEqual({ objects: 3, items: 4 });
  });

  it("sees an object that was written again with bytes of the same length", async () => {
    const again = async (_places: Places, data: string) => {
      const path = join(data, "public", "b");
      rmSync(path);
      writeFileSync(path, "c");
      utimesSync(path, new Date(), new Date(Date.now() + 1_000));
    };
    expect(await writtenBy(again)).toEqual({ objects: 1, items: 0 });
  });
});
