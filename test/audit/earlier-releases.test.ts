import { expect, it } from "vitest";
import { readRelease } from "../../functions/audit/read-release.ts";
import { toArrow } from "../../functions/releases/files/arrow-rows.ts";
import { toCsv } from "../../functions/releases/files/csv.ts";
import { TABLES } from "../../functions/releases/tables/tables.ts";
import { publicBytes, releasesIn, rowsOf, type Row } from "../privacy/release-bytes.ts";
import { conformedDistrict, ONE_SCHOOL, publishReleases } from "../support/districts.ts";

const TREND = TABLES.find(({ name }) => name === "trend")!;

/** The table with a column of a name after that of another. */
const widened = (after: string, name: string) => ({
  ...TREND,
  columns: TREND.columns.flatMap((column) =>
    column.name === after ? [column, { ...column, name, type: "text" as const }] : [column],
  ),
});

/** The files of the last release of a district. */
async function lastRelease() {
  const places = await conformedDistrict(ONE_SCHOOL);
  await publishReleases(places, ONE_SCHOOL.id, ["2021-10-31", "2021-11-30"]);
  const bytes = await publicBytes(places.public);
  const folder = releasesIn(bytes, ONE_SCHOOL.id).at(-1)!;
  const files = new Map(
    [...bytes]
      .filter(([key]) => key.startsWith(folder))
      .map(([key, content]) => [key.slice(folder.length), content]),
  );
  return { bytes, folder, files };
}

it("a release through version 9, which names releases in its rows, is read as it was published", async () => {
  const { bytes, folder, files } = await lastRelease();
  const withColumn = (after: string, name: string) => {
    const rows: readonly Row[] = rowsOf(bytes, folder, "trend").map((row) => ({
      ...row,
      [name]: "2021-11-30-abc",
    }));
    const definition = widened(after, name);
    return new Map([
      ...files,
      ["trend.arrow", toArrow(definition, rows as never[])],
      ["trend.csv", new TextEncoder().encode(toCsv(definition, rows as never[]))],
    ]);
  };
  expect(readRelease(files).findings).toEqual([]);
  expect(readRelease(withColumn("asOf", "release")).findings).toEqual([]);
  // Of any other name, or in another place, it is a column that nothing explains.
  expect(readRelease(withColumn("asOf", "student")).findings).not.toEqual([]);
  expect(readRelease(withColumn("measure", "release")).findings).not.toEqual([]);
});

it("a release through version 12, which has nothing of the year before, is read as it was published", async () => {
  const { files } = await lastRelease();
  const without = (...names: readonly string[]) =>
    new Map([...files].filter(([path]) => !names.includes(path)));
  const { release, findings } = readRelease(without("last-year.arrow", "last-year.csv"));
  expect(findings).toEqual([]);
  expect(release.tables["last-year"]).toBeUndefined();
  // One of the two files alone was never published.
  expect(() => readRelease(without("last-year.arrow"))).toThrow("no file last-year.arrow");
  expect(() => readRelease(without("trend.arrow", "trend.csv"))).toThrow("no file trend.arrow");
});
