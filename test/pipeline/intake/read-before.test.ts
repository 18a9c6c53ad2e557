import { describe, expect, it } from "vitest";
import { districtId } from "../../../functions/domain/ids.ts";
import { recordsKeys, tableKeys } from "../../../functions/layout.ts";
import { readBefore } from "../../../functions/pipeline/intake/read-before.ts";
import { memoryStore } from "../../support/stores/memory-store.ts";
import { memoryTable } from "../../support/stores/memory-table.ts";

const CAST = districtId("cast");
const LOOK = {
  sha256: "a".repeat(64),
  bytes: 3,
  encoding: "utf-8",
  windows1252Lines: 0,
} as const;
/** Of a file as JSON: all that is kept of it but its place. */
const BYTES_BESIDE_PLACE = 150;

async function emptyPlaces() {
  const records = memoryStore();
  await records.put(recordsKeys.raw(CAST, LOOK.sha256), Buffer.from("abc"));
  return { records, table: memoryTable() };
}

type Places = Awaited<ReturnType<typeof emptyPlaces>>;

async function note(places: Places, files: readonly string[]): Promise<void> {
  const before = await readBefore(places, CAST);
  for (const place of files) before.note({ place, state: "1" }, LOOK);
  await before.keep();
}

async function knownFiles(places: Places, files: readonly string[]): Promise<readonly string[]> {
  const before = await readBefore(places, CAST);
  const looks = await Promise.all(files.map((place) => before.lookOf({ place, state: "1" })));
  return files.filter((_place, index) => looks[index] !== null);
}

describe("readBefore", () => {
  it("knows a file by its place and state, as long as its bytes are stored", async () => {
    const places = await emptyPlaces();
    await note(places, ["/exports/students.csv"]);
    const before = await readBefore(places, CAST);
    const place = "/exports/students.csv";
    expect(await before.lookOf({ place, state: "1" })).toMatchObject(LOOK);
    expect(await before.lookOf({ place, state: "2" })).toBeNull();
    expect(await before.lookOf({ place: "/exports/plans.csv", state: "1" })).toBeNull();
    await places.records.delete([recordsKeys.raw(CAST, LOOK.sha256)]);
    expect(await before.lookOf({ place, state: "1" })).toBeNull();
  });

  it.each([
    ["one byte less than the most", 404_479, 4],
    ["the most", 404_480, 4],
    ["one byte more than the most", 404_481, 3],
  ])("of four files of %s keeps those read last", async (_which, bytes, kept) => {
    const letters = bytes - 4 * BYTES_BESIDE_PLACE;
    const short = Math.floor(letters / 4);
    const files = ["a", "b", "c", "d"].map((letter, index) =>
      letter.repeat(index === 0 ? letters - 3 * short : short),
    );
    const places = await emptyPlaces();
    await note(places, files);
    expect(await knownFiles(places, files)).toEqual(files.slice(4 - kept));
  });

  it.each([
    ["short", (nth: number) => `/x/${nth}.csv`, 3_000],
    ["of 4,096 letters of two bytes", (nth: number) => `${nth}`.padStart(4_096, "é"), 500],
    ["of 4,096 pairs of surrogates", (nth: number) => `${nth}${"😀".repeat(4_090)}`, 500],
    ["of quotation marks", (nth: number) => `${nth}`.padStart(4_096, '"'), 500],
  ])("always fits into its item: places %s", async (_which, place, count) => {
    const files = Array.from({ length: count }, (_, nth) => place(nth));
    const places = await emptyPlaces();
    await note(places, files);
    const kept = await knownFiles(places, files);
    expect(kept.length).toBeGreaterThan(10);
    expect(kept).toEqual(files.slice(-kept.length));
  });

  it("keeps 1,000 files whose places have 200 letters", async () => {
    const files = Array.from({ length: 1_000 }, (_, nth) => `/${nth}`.padStart(200, "x"));
    const places = await emptyPlaces();
    await note(places, files);
    expect(await knownFiles(places, files)).toEqual(files);
  });

  it("reads every file anew where another version kept what it saw", async () => {
    const places = await emptyPlaces();
    await note(places, ["/exports/students.csv"]);
    const item = await places.table.get(tableKeys.ledger(CAST, "read-files"));
    await places.table.put({ ...item!, version: 0 });
    expect(await knownFiles(places, ["/exports/students.csv"])).toEqual([]);
  });
});
