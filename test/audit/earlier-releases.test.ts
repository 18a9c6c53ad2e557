import { expect, it } from "vitest";
import { knownNumbers } from "../../functions/audit/explained-numbers.ts";
import { readRelease } from "../../functions/audit/reading/read-release.ts";
import { strictManifest } from "../../functions/audit/strict-manifest.ts";
import { strictScreens } from "../../functions/audit/screens/strict-screens.ts";
import { toArrow } from "../../functions/releases/files/arrow-rows.ts";
import { toCsv } from "../../functions/releases/files/csv.ts";
import { TABLES } from "../../functions/releases/tables/tables.ts";
import { publicBytes, releasesIn, rowsOf, textOf, type Row } from "../privacy/release-bytes.ts";
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
  // They had no Parquet files.
  const manifest = JSON.parse(textOf(files.get("manifest.json")!)) as {
    readonly tables: readonly { readonly parquet?: string }[];
  };
  const tables = manifest.tables.map(({ parquet: _file, ...table }) => table);
  const withColumn = (after: string, name: string) => {
    const rows: readonly Row[] = rowsOf(bytes, folder, "trend").map((row) => ({
      ...row,
      [name]: "2021-11-30-abc",
    }));
    const definition = widened(after, name);
    return new Map([
      ...[...files].filter(([path]) => !path.endsWith(".parquet")),
      ["manifest.json", new TextEncoder().encode(JSON.stringify({ ...manifest, tables }))],
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

it("a release through version 13, of Arrow streams without Parquet and with sentences, is read as it was published", async () => {
  const { bytes, folder, files } = await lastRelease();
  const before = new Map([
    ...[...files].filter(([path]) => !/\.parquet$|^overview\.json$|^school-reports\//.test(path)),
    ...TABLES.map(({ name, ...table }) => {
      const rows = rowsOf(bytes, folder, name) as never[];
      return [`${name}.arrow`, toArrow({ name, ...table }, rows)] as const;
    }),
  ]);
  const withSentence = (kept: string) => {
    const { messages: _none, ...manifest } = JSON.parse(textOf(files.get("manifest.json")!)) as {
      readonly messages: object;
      readonly tables: readonly { readonly parquet?: string }[];
    };
    const tables = manifest.tables.map(({ parquet: _file, ...table }) => table);
    const written = JSON.stringify({ ...manifest, tables, sentences: { kept, changes: [] } });
    const all = new Map([...before, ["manifest.json", new TextEncoder().encode(written)]]);
    const { release, findings } = readRelease(all);
    return [
      ...findings,
      ...strictManifest(release, knownNumbers(release, [])),
      ...strictScreens(release),
    ];
  };
  expect(withSentence("Everybody has an open plan.")).toEqual([]);
  expect(withSentence("61 have an open plan.")).toEqual([
    { kind: "exact-number", where: "manifest.json: sentences.kept" },
  ]);
});

it("a release that has messages has its first screens, and one that names Parquet files has them", async () => {
  const { files } = await lastRelease();
  for (const path of ["overview.json", "school-reports/school-800001.json", "rates.parquet"]) {
    const less = new Map([...files].filter(([key]) => key !== path));
    expect(() => readRelease(less), path).toThrow(`the release has no file ${path}`);
  }
});

it("a release through version 12, which has nothing of the year before, is read as it was published", async () => {
  const { files } = await lastRelease();
  const without = (...names: readonly string[]) =>
    new Map([...files].filter(([path]) => !names.includes(path)));
  const ofLastYear = ["arrow", "csv", "parquet"].map((format) => `last-year.${format}`);
  const { release, findings } = readRelease(without(...ofLastYear));
  expect(findings).toEqual([]);
  expect(release.tables["last-year"]).toBeUndefined();
  // One of the two files alone was never published.
  expect(() => readRelease(without("last-year.arrow"))).toThrow("no file last-year.arrow");
  expect(() => readRelease(without("trend.arrow", "trend.csv"))).toThrow("no file trend.arrow");
});
