import { expect, it } from "vitest";
import { recordsKeys } from "../../functions/layout.ts";
import { mandateById } from "../../functions/mandates/mandates.ts";
import { jsonBytes } from "../../functions/pipeline/conformed-manifest.ts";
import { makeExtract } from "../../functions/pipeline/extract.ts";
import {
  extractsOf,
  type ExtractLog,
  type ExtractRequest,
} from "../../functions/pipeline/extract-store.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
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

const REQUEST: ExtractRequest = {
  release: null,
  mandate: EFFECTIVE_PRACTICE,
  purpose: "State University, agreement 2026-014",
  isFollowedUp: false,
  replaces: null,
  madeAt: "2022-06-01T00:00:00.000Z",
};

async function published(asOf: string = CAST_DAY): Promise<Places> {
  const places = await freshPlaces();
  await ingestPath(places, CAST_EXPORTS);
  await publishDay(places, asOf);
  await putKnownSurrogates(places, CAST, asOf);
  return places;
}

const extracted = async (places: Places, request: Partial<ExtractRequest> = {}) =>
  makeExtract(places, CAST, { ...REQUEST, ...request }, await readySolver(), quiet);

const filesOf = ({ records }: Places, { extract }: ExtractLog) =>
  everything(records, recordsKeys.extract(CAST, extract));

const linesOf = (csv: string | undefined): readonly string[] =>
  (csv ?? "").trim().split("\r\n").slice(1);
const codesIn = (csv: string | undefined): readonly string[] =>
  linesOf(csv).map((line) => line.split(",")[0] ?? "");
const withoutCodes = (csv: string | undefined): readonly string[] =>
  linesOf(csv)
    .map((line) => line.slice(line.indexOf(",")))
    .sort();

it("makes the extract of a release once, says of each column why it is not told, and of nobody anything", async () => {
  const places = await published();
  const before = await everything(places.public);
  const log = await extracted(places);
  const files = await filesOf(places, log);
  expect(Object.keys(files).map((key) => key.split("/").at(-1))).toEqual([
    "codebook.md",
    "codebook.xml",
    "datapackage.json",
    "log.json",
    "students.csv",
  ]);
  expect(await everything(places.public)).toEqual(before);
  expect(log.rows).toBeGreaterThan(30);
  expect(log.flow.underMandate - log.flow.notDrawn - log.flow.stoodOut).toBe(log.rows);
  expect(log.insider.byWhatTells).toBe(0);
  for (const { isTold, because, name } of log.columns) {
    expect(isTold || because !== null, name).toBe(true);
  }
  expect(JSON.stringify(files)).not.toMatch(
    /C-\d\d|CAST-(MS|HS|ALT)|Cedrane|Goshawkin|Cast Middle/,
  );

  const again = await extracted(places, { madeAt: "2022-07-01T00:00:00.000Z" });
  expect(again).toEqual(log);
  expect(await filesOf(places, log)).toEqual(files);
  expect(await extractsOf(places.records, CAST)).toEqual([log]);
  // No follow-up was agreed.
  expect(await places.records.get(recordsKeys.extractKey(CAST, log.extract))).toBeNull();

  await expect(extracted(places, { mandate: mandateById("KY") })).rejects.toThrow(
    /was measured by Effective practice.*name its mandate with --mandate/,
  );
  await expect(extracted(places, { release: "2020-01-01-00000000" })).rejects.toThrow(
    "district cast has no release 2020-01-01-00000000",
  );
});

it("gives the same rows after a kill, under other codes, whose key it keeps for a follow-up", async () => {
  const places = await published();
  const log = await extracted(places, { isFollowedUp: true });
  const folder = recordsKeys.extract(CAST, log.extract);
  const first = (await filesOf(places, log))[`${folder}students.csv`];
  expect(await places.records.size(recordsKeys.extractKey(CAST, log.extract))).toBe(32);

  // The log is written last: without it the extract was never made.
  const other = await published();
  await other.records.put(`${folder}students.csv`, new TextEncoder().encode("half"));
  const second = (await filesOf(other, await extracted(other)))[`${folder}students.csv`];
  expect(withoutCodes(second)).toEqual(withoutCodes(first));
  expect(withoutCodes(second).length).toBeGreaterThan(30);
  expect(codesIn(second).filter((code) => codesIn(first).includes(code))).toEqual([]);
});

it("refuses a second extract of a school year until the first is said to be taken back", async () => {
  const places = await published();
  const before = "EXT-2021-22-00000000";
  const log = { extract: before, schoolYear: "2021-22", replaces: null };
  await places.records.put(`${recordsKeys.extract(CAST, before)}log.json`, jsonBytes(log));
  await expect(extracted(places)).rejects.toThrow(
    `the school year 2021-22 has the extract ${before}, and two of them together would tell who changed: take it back first, then name it with --replaces`,
  );
  expect(await extractsOf(places.records, CAST)).toHaveLength(1);
  const made = await extracted(places, { replaces: before });
  expect(made.replaces).toBe(before);
  // What replaced it is in the way of a third.
  await expect(extracted(places)).resolves.toEqual(made);
});
