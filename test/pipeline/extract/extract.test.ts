// Longer than most: one district that is large enough, and all that may be asked of its extract.
import { expect, it } from "vitest";
import { districtId } from "../../../functions/domain/ids.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { jsonBytes } from "../../../functions/pipeline/stored-json.ts";
import { makeExtract } from "../../../functions/pipeline/extract/extract.ts";
import {
  extractsOf,
  type ExtractRequest,
} from "../../../functions/pipeline/extract/extract-store.ts";
import { FERNHILL, ingestFiles, oneTo, roster } from "../../support/ingest-files.ts";
import { putKnownChance } from "../../support/known-chance.ts";
import { conformedDemo } from "../../support/conformed-districts.ts";
import {
  CAST,
  CAST_DAY,
  EFFECTIVE_PRACTICE,
  everything,
  freshPlaces,
  publishDay,
  quiet,
} from "../../support/local-district.ts";

const GRAND_BEND = districtId("grand-bend");
const MAY = "2022-05-20";

const REQUEST: ExtractRequest = {
  edition: null,
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

it("makes one extract per school year, the same each time", { timeout: 300_000 }, async () => {
  const places = await conformedDemo();
  const { edition } = await publishDay(places, MAY, GRAND_BEND);
  await putKnownChance(places, GRAND_BEND, MAY);
  const extracted = (request: Partial<ExtractRequest> = {}) =>
    makeExtract(places, GRAND_BEND, { ...REQUEST, ...request }, quiet);
  const open = await everything(places.public);

  await expect(extracted({ mandate: mandateById("KY") })).rejects.toThrow(
    /was measured by Effective practice.*name its mandate with --mandate/,
  );
  await expect(extracted({ edition: "2020-01-01-00000000" })).rejects.toThrow(
    "district grand-bend has no staff edition 2020-01-01-00000000",
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
  expect(log).toMatchObject({ edition, schoolYear: "2021-22" });
  expect(log.flow.underMandate - log.flow.notSampled - log.flow.suppressed).toBe(log.rows);
  expect(log.flow.notSampled / log.flow.underMandate).toBeGreaterThan(0.05);
  expect(log.flow.notSampled / log.flow.underMandate).toBeLessThan(0.15);
  expect(log.unique.byQuasiIdentifiers).toBe(0);
  for (const { isIncluded, because, name } of log.columns) {
    expect(isIncluded || because !== null, name).toBe(true);
  }
  // Nothing of it is public, and made again it is what it was.
  expect(await everything(places.public)).toEqual(open);
  expect(await extracted({ madeAt: "2022-07-01T00:00:00.000Z" })).toEqual(log);
  expect(await everything(places.records, folder)).toEqual(files);
  expect(await extractsOf(places.records, GRAND_BEND)).toEqual([log]);
  await expect(extracted({ purpose: "somebody else" })).rejects.toThrow(
    `${log.extract} was made for "State University, agreement 2026-014": an extract is given to one recipient`,
  );

  // The log is written last: without it the extract was never made. Its key was never stored.
  await places.records.put(`${folder}log.json`, jsonBytes(null));
  const again = await extracted();
  const second = (await everything(places.records, folder))[`${folder}students.csv`];
  const first = files[`${folder}students.csv`];
  expect({ ...again }).toEqual(log);
  expect(withoutCodes(second)).toEqual(withoutCodes(first));
  expect(codesIn(second).filter((code) => codesIn(first).includes(code))).toEqual([]);

  // The year has its extract: that of another edition is refused until it is withdrawn.
  await expect(extracted({ replaces: "EXT-2021-22-NONE" })).rejects.toThrow(
    `${log.extract} is the extract of its edition already`,
  );
  await publishDay(places, "2022-05-23", GRAND_BEND);
  await expect(extracted({ edition })).resolves.toEqual(log);
  await expect(extracted()).rejects.toThrow(
    `the school year 2021-22 has the extract ${log.extract}, and two of them together would reveal who changed: withdraw it first, then name it with --replaces`,
  );
  const next = await extracted({ replaces: log.extract });
  expect(next).toMatchObject({ replaces: log.extract, schoolYear: "2021-22" });
  expect(next.extract).not.toBe(log.extract);
  await expect(extracted({ edition })).rejects.toThrow(
    `${log.extract} was withdrawn for ${next.extract}`,
  );
});

it("lists an extract that was made from a public release", async () => {
  const places = await freshPlaces();
  const folder = recordsKeys.extract(CAST, "EXT-2021-22-AAAA0000");
  const log = { extract: "EXT-2021-22-AAAA0000", release: "2022-05-20-1a2b3c4d" };
  await places.records.put(`${folder}log.json`, jsonBytes(log));
  const [noted] = await extractsOf(places.records, CAST);
  expect(noted).toMatchObject({ extract: log.extract, edition: log.release });
});

it("makes none of a district that is too small to learn from", { timeout: 60_000 }, async () => {
  const places = await freshPlaces();
  await ingestFiles(places, roster(oneTo(8)));
  await publishDay(places, CAST_DAY, FERNHILL);
  await putKnownChance(places, FERNHILL, CAST_DAY);
  await expect(makeExtract(places, FERNHILL, REQUEST, quiet)).rejects.toThrow(
    "the district has too few students for an extract: none is made",
  );
  expect(await places.records.list(recordsKeys.extracts(FERNHILL))).toEqual([]);
});
