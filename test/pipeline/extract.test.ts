// Longer than most: one district that is large enough, and all that may be asked of its extract.
import { join } from "node:path";
import { expect, it } from "vitest";
import { generateGrandBend } from "../../fixtures/grand-bend/generate.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { mandateById } from "../../functions/mandates/mandates.ts";
import { jsonBytes } from "../../functions/pipeline/conformed-manifest.ts";
import { makeExtract } from "../../functions/pipeline/extract.ts";
import { extractsOf, type ExtractRequest } from "../../functions/pipeline/extract-store.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { extractPatternsOf, patternsOf } from "../../functions/pipeline/release-pattern.ts";
import { readySolver } from "../disclosure/ready-solver.ts";
import { putKnownSurrogates } from "../support/known-surrogates.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  EFFECTIVE_PRACTICE,
  everything,
  freshPlaces,
  ingestPath,
  publishDay,
  quiet,
} from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const GRAND_BEND = districtId("grand-bend");
const MAY = "2022-05-20";

const REQUEST: ExtractRequest = {
  release: null,
  mandate: EFFECTIVE_PRACTICE,
  purpose: "State University, agreement 2026-014",
  replaces: null,
  madeAt: "2022-06-01T00:00:00.000Z",
};

const linesOf = (csv: string | undefined): readonly string[] =>
  (csv ?? "").trim().split("\r\n").slice(1);
const codesIn = (csv: string | undefined): readonly string[] =>
  linesOf(csv).map((line) => line.split(",")[0] ?? "");
const withoutCodes = (csv: string | undefined): readonly string[] =>
  linesOf(csv)
    .map((line) => line.slice(line.indexOf(",")))
    .sort();

it("makes one extract of a school year, the same each time", { timeout: 300_000 }, async () => {
  const exports = join(scratchFolder(), "exports");
  await generateGrandBend(exports);
  const places = await freshPlaces();
  await ingestPath(places, exports, GRAND_BEND);
  const { release } = await publishDay(places, MAY, GRAND_BEND);
  await putKnownSurrogates(places, GRAND_BEND, MAY);
  const solve = await readySolver();
  const extracted = (request: Partial<ExtractRequest> = {}) =>
    makeExtract(places, GRAND_BEND, { ...REQUEST, ...request }, solve, quiet);
  const open = await everything(places.public);

  await expect(extracted({ mandate: mandateById("KY") })).rejects.toThrow(
    /was measured by Effective practice.*name its mandate with --mandate/,
  );
  await expect(extracted({ release: "2020-01-01-00000000" })).rejects.toThrow(
    "district grand-bend has no release 2020-01-01-00000000",
  );
  await expect(extracted({ replaces: "EXT-2021-22-NONE" })).rejects.toThrow(
    "no extract of 2021-22 is called EXT-2021-22-NONE: ilp extract --list names them",
  );

  const log = await extracted();
  const folder = recordsKeys.extract(GRAND_BEND, log.extract);
  const files = await everything(places.records, folder);
  expect(Object.keys(files).map((key) => key.slice(folder.length))).toEqual([
    "codebook.md",
    "codebook.xml",
    "datapackage.json",
    "log.json",
    "students.csv",
  ]);
  expect(log.rows).toBeGreaterThan(400);
  expect(linesOf(files[`${folder}students.csv`])).toHaveLength(log.rows);
  expect(log.flow.underMandate - log.flow.notDrawn - log.flow.stoodOut).toBe(log.rows);
  expect(log.insider.byWhatTells).toBe(0);
  for (const { isTold, because, name } of log.columns) {
    expect(isTold || because !== null, name).toBe(true);
  }
  // Nothing of it is public, and made again it is what it was.
  expect(await everything(places.public)).toEqual(open);
  expect(await extracted({ madeAt: "2022-07-01T00:00:00.000Z" })).toEqual(log);
  expect(await everything(places.records, folder)).toEqual(files);
  expect(await extractsOf(places.records, GRAND_BEND)).toEqual([log]);
  await expect(extracted({ purpose: "somebody else" })).rejects.toThrow(
    `${log.extract} was made for "State University, agreement 2026-014": an extract is given to one`,
  );

  // The log is written last: without it the extract was never made. Its key was thrown away.
  await places.records.put(`${folder}log.json`, jsonBytes(null));
  const again = await extracted();
  const second = (await everything(places.records, folder))[`${folder}students.csv`];
  const first = files[`${folder}students.csv`];
  expect({ ...again }).toEqual(log);
  expect(withoutCodes(second)).toEqual(withoutCodes(first));
  expect(codesIn(second).filter((code) => codesIn(first).includes(code))).toEqual([]);

  // A release of before is what it was; one that comes after is protected beside the extract.
  expect((await publishDay(places, MAY, GRAND_BEND)).release).toBe(release);
  const [pattern] = await extractPatternsOf(places.records, GRAND_BEND, "2021-22");
  expect(pattern?.release).toBe(log.extract);
  await laterReleasesAreProtected(places, pattern!.cube.cells);

  await expect(extracted({ release })).resolves.toEqual(log);
  await expect(extracted({ release, replaces: "EXT-2021-22-NONE" })).rejects.toThrow(
    `${log.extract} is the extract of its release already`,
  );
  const next = extracted({ release: null });
  await expect(next).rejects.toThrow(
    `the school year 2021-22 has the extract ${log.extract}, and two of them together would tell who changed: take it back first, then name it with --replaces`,
  );
  const other = { ...log, extract: "EXT-2021-22-11111111", replaces: log.extract };
  const key = `${recordsKeys.extract(GRAND_BEND, other.extract)}log.json`;
  await places.records.put(key, jsonBytes(other));
  await expect(extracted({ release })).rejects.toThrow(
    `${log.extract} was taken back for ${other.extract}`,
  );
});

/** As if an extract told one cell of the district exactly, which the next release would else show. */
async function laterReleasesAreProtected(
  places: Places,
  told: Awaited<ReturnType<typeof extractPatternsOf>>[number]["cube"]["cells"],
): Promise<void> {
  const hiddenOf = async (release: string): Promise<readonly string[]> =>
    (await patternsOf(places.records, GRAND_BEND, [release]))[0]!.hidden;
  const beside = await publishDay(places, "2022-05-23", GRAND_BEND);
  const hidden = await hiddenOf(beside.release);
  const known = told.find(
    ({ id, need }) => need > 0 && id.includes("|district|") && !hidden.includes(id),
  )!;
  const exact = { low: known.count, high: known.count, label: "", isEnd: false };
  const cells = [{ ...known, display: { kind: "banded", band: exact } }];
  const one = { release: "EXT-2021-22-22222222", cube: { cells, equations: [], conditions: [] } };
  await places.records.put(
    recordsKeys.extractPatterns(GRAND_BEND, "2021-22"),
    jsonBytes([{ ...one, hidden: [] }]),
  );
  const next = await publishDay(places, "2022-05-24", GRAND_BEND);
  expect(await hiddenOf(next.release)).toContain(known.id);
}

it("makes none of a district that is too small to learn from", { timeout: 60_000 }, async () => {
  const places = await freshPlaces();
  await ingestPath(places, CAST_EXPORTS);
  await publishDay(places, CAST_DAY);
  await putKnownSurrogates(places, CAST, CAST_DAY);
  await expect(makeExtract(places, CAST, REQUEST, await readySolver(), quiet)).rejects.toThrow(
    "the district has too few students for an extract: none is made",
  );
  expect(await places.records.list(recordsKeys.extracts(CAST))).toEqual([]);
});
