import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NO_COLUMNS } from "../../../functions/domain/records/columns.ts";
import type { District } from "../../../functions/join/assemble-district.ts";
import { districtRows } from "../../../functions/join/school-rows.ts";
import { joinedRows } from "../../../functions/join/joined-records.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { writePlanDocuments } from "../../../functions/pipeline/conform/plan-documents.ts";
import type { Item, ItemKey, Table } from "../../../functions/pipeline/ports.ts";
import {
  CAST,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  type MemoryPlaces,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { memoryTable, type Partitions } from "../../support/stores/memory-table.ts";

const isOfPlans = ({ partition }: ItemKey): boolean =>
  partition.startsWith("cast#student#") || partition === "cast#plan-lists";

/** One write or removal, in the order in which they were made. */
type Write = { readonly item: Item } | { readonly gone: ItemKey };

/** A table that notes what is written of plans, and breaks off after so many writes of them. */
function watched(table: Table, breaksAfter = Infinity): { table: Table; writes: Write[] } {
  const writes: Write[] = [];
  const note = (key: ItemKey, write: Write): void => {
    if (!isOfPlans(key)) return;
    if (writes.length === breaksAfter) throw new Error("killed");
    writes.push(write);
  };
  async function* noted(items: Iterable<Item> | AsyncIterable<Item>) {
    for await (const item of items) {
      note(item, { item });
      yield item;
    }
  }
  return {
    writes,
    table: {
      ...table,
      putAll: (items) => table.putAll(noted(items)),
      async deleteAll(keys) {
        let count = 0;
        for (const key of keys) {
          note(key, { gone: key });
          count += await table.deleteAll([key]);
        }
        return count;
      },
    },
  };
}

const documentsAmong = (writes: readonly Write[]): number =>
  writes.filter((write) => "item" in write && "document" in write.item).length;

/** All documents and lists of a table, by their keys. */
function plansIn(partitions: Partitions): readonly string[] {
  return [...partitions]
    .filter(([partition]) => isOfPlans({ partition, sort: "" }))
    .flatMap(([partition, items]) => [...items].map((item) => JSON.stringify([partition, ...item])))
    .sort();
}

/** As `plansIn`, without the pages that no list names: they go with the next change. */
function namedPlansIn(partitions: Partitions): readonly string[] {
  const all = plansIn(partitions);
  const heads = all.filter((entry) => entry.includes('"school#'));
  return all.filter((entry) => {
    const page = /"page#(\w+)#/.exec(entry)?.[1];
    return page === undefined || heads.some((head) => head.includes(page));
  });
}

/** The exports of the cast without the plan of one student. */
function changedExports(): string {
  const folder = join(scratchFolder(), "exports");
  cpSync(CAST_EXPORTS, folder, { recursive: true });
  const path = join(folder, "plans.csv");
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, lines.filter((line) => !line.includes(",C-0401,")).join("\n"));
  return folder;
}

async function ingested(...paths: readonly string[]) {
  const partitions: Partitions = new Map();
  const places = { ...(await freshPlaces()), table: memoryTable(partitions) };
  for (const path of paths) await ingestPath(places, path);
  return { places, partitions, plans: plansIn(partitions) };
}

const withTable = (places: MemoryPlaces, table: Table) => ({ ...places, table });

describe("write-plan-documents", { timeout: 60_000 }, () => {
  it("writes nothing on a night without anything new, and only what differs on another", async () => {
    const { places, plans, partitions } = await ingested(CAST_EXPORTS);
    expect(plans.length).toBeGreaterThan(20);
    const unchanged = watched(places.table);
    await ingestPath(withTable(places, unchanged.table), CAST_EXPORTS);
    expect(unchanged.writes).toEqual([]);

    const folder = changedExports();
    const changed = watched(places.table);
    await ingestPath(withTable(places, changed.table), folder);
    expect(documentsAmong(changed.writes)).toBe(0);
    expect(plansIn(partitions)).toEqual((await ingested(folder)).plans);

    const back = watched(places.table);
    await ingestPath(withTable(places, back.table), CAST_EXPORTS);
    const again = documentsAmong(back.writes);
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThan(4);
    expect(plansIn(partitions)).toEqual(plans);
  });

  it("ends the same where it was killed, with the same files or those of before", async () => {
    const folder = changedExports();
    const first = await ingested(CAST_EXPORTS);
    const wanted = await ingested(folder);
    for (const [from, to, wantedPlans, plansBefore] of [
      [CAST_EXPORTS, folder, wanted.plans, first.plans],
      [folder, CAST_EXPORTS, first.plans, wanted.plans],
    ] as const) {
      const start = (await ingested(from)).places;
      const all = watched(start.table.copy());
      await ingestPath({ ...start, records: start.records.copy(), table: all.table }, to);
      expect(all.writes.length).toBeGreaterThan(4);
      const last = all.writes.length - 1;
      for (const writes of new Set([0, 1, 2, 3, last >> 1, last - 2, last - 1, last])) {
        const killed = { ...start, records: start.records.copy(), table: start.table.copy() };
        const run = ingestPath(withTable(killed, watched(killed.table, writes).table), to);
        await expect(run).rejects.toThrow("killed");
        for (const [next, plans] of [
          [to, wantedPlans],
          [from, plansBefore],
        ] as const) {
          const partitions: Partitions = new Map();
          const table = killed.table.copy(partitions);
          await ingestPath({ ...killed, records: killed.records.copy(), table }, next);
          expect(plansIn(partitions)).toEqual(plans);
        }
      }
    }
  });

  it("writes again what the table has lost of the last writes", async () => {
    const { places, plans } = await ingested(CAST_EXPORTS);
    const fresh = await freshPlaces();
    const noted = watched(fresh.table);
    await ingestPath(withTable(fresh, noted.table), CAST_EXPORTS);
    const lost = [1, 2, 9, noted.writes.length - 1, noted.writes.length];
    for (const count of lost) {
      const partitions: Partitions = new Map();
      const table = memoryTable(partitions);
      for (const write of noted.writes.slice(0, noted.writes.length - count)) {
        if ("item" in write) await table.put(write.item);
        else await table.deleteAll([write.gone]);
      }
      await ingestPath(withTable(places, table), CAST_EXPORTS);
      expect(namedPlansIn(partitions)).toEqual(plans);
    }
  });

  it("takes over the documents of a version that kept no lists", async () => {
    const folder = changedExports();
    const wanted = await ingested(folder);
    const { places, partitions, plans } = await ingested(CAST_EXPORTS);
    partitions.delete("cast#plan-lists");
    await ingestPath(places, CAST_EXPORTS);
    expect(plansIn(partitions)).toEqual(plans);
    partitions.delete("cast#plan-lists");
    await ingestPath(places, folder);
    expect(plansIn(partitions)).toEqual(wanted.plans);
  });

  it("takes a list without one of its pages for none", async () => {
    const { places, partitions, plans } = await ingested(CAST_EXPORTS);
    const lists = partitions.get("cast#plan-lists")!;
    const page = [...lists.keys()].find((sort) => sort.startsWith("page#"))!;
    lists.delete(page);
    for (const sort of lists.keys()) {
      if (sort.startsWith("school#"))
        lists.set(sort, lists.get(sort)!.replace(/"plans":"./, '"plans":"'));
    }
    await ingestPath(places, CAST_EXPORTS);
    expect(plansIn(partitions)).toEqual(plans);
  });

  it("removes the document of a student whom no school has any more, known or not", async () => {
    const { places, partitions } = await ingested(CAST_EXPORTS);
    expect(plansIn(partitions).join()).toContain("C-0403");
    const folder = join(scratchFolder(), "exports");
    cpSync(CAST_EXPORTS, folder, { recursive: true });
    const without = (file: string, pattern: RegExp): void => {
      const path = join(folder, file);
      const lines = readFileSync(path, "utf8").split("\n");
      writeFileSync(path, lines.filter((line) => !pattern.test(line)).join("\n"));
    };
    // Still in the list of users, with a plan.
    without("roles.csv", /C-0403/);
    await ingestPath(places, folder);
    expect(plansIn(partitions).join()).not.toContain("C-0403");
    for (const file of ["users.csv", "plans.csv", "goals.csv", "action_steps.csv", "reviews.csv"]) {
      without(file, /C-0403|CP-0403/);
    }
    await ingestPath(places, folder);
    expect(plansIn(partitions).join()).not.toContain("C-0403");
    await ingestPath(places, CAST_EXPORTS);
    expect(plansIn(partitions)).toEqual((await ingested(CAST_EXPORTS)).plans);
  });

  it("removes the documents and lists of schools that are gone", async () => {
    const { places, partitions } = await ingested(CAST_EXPORTS);
    const before = await conformedInForce(places.records, CAST);
    const plan = joinedRows<"plan">(NO_COLUMNS);
    const nobody = districtRows({ records: { plan } } as unknown as District, new Map());
    await writePlanDocuments(places, CAST, nobody, before, (async function* () {})());
    expect(plansIn(partitions)).toEqual([]);
  });
});
