import { describe, expect, it } from "vitest";
import { asProtected } from "../../../functions/protection/protected-table.ts";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import {
  renderPublic,
  renderStaff,
  TABLE_FORMATS,
  type PublicTables,
  type ReleaseFile,
} from "../../../functions/releases/files/render-release.ts";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import { rates } from "../../../functions/releases/tables/rates.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";
import { parquetRows } from "../../support/parquet-rows.ts";
import { mandateRow } from "../mandate-rows.ts";
import { exact, rateRow } from "../release-rows.ts";

const about: Omit<ReleaseManifest, "tables"> = {
  edition: "public",
  release: "2022-03-15-1a2b3c4d",
  district: { id: "cast", name: "Cast School District" },
  schoolYear: "2021-22",
  asOf: "2022-03-15",
  definitionVersion: "1",
  previousRelease: null,
  trend: { startsOn: "2022-03-15", otherDefinitionsOn: null },
  schools: [],
  mandate: mandateRow(),
  measures: [],
  protection: { smallestGroup: 20, statement: "" },
  landmark: { instructionalDay: 60, minimumDaysAfter: 20, statement: "" },
  messages: {
    ...{ kept: [], transitions: [], attendance: [], reviews: [], records: [] },
    ...{ groups: [], changes: [], schools: {} },
  },
  sources: [],
  reading: { absencesOutside: null, hasUndatedEnrollments: false },
};
const size = (bytes: Uint8Array): string => String(bytes.length);
const publicTables = Object.fromEntries(
  TABLES.map(({ name }) => [name, asProtected(name === "rates" ? [rateRow()] : [])]),
) as unknown as PublicTables;
const staffTables = Object.fromEntries(
  STAFF_TABLES.map(({ name }) => [
    name,
    name === "rates" ? [{ ...rateRow(exact(29)), count: 29 }] : [],
  ]),
);
const text = (files: readonly ReleaseFile[], path: string): string =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);

describe("renderPublic", () => {
  const files = [...renderPublic(about, publicTables, size)];

  it("writes each table in three formats, then the first screens, the dictionary, and the manifest last", () => {
    expect(files.map(({ path }) => path)).toEqual([
      ...TABLES.flatMap(({ name }) => [`${name}.arrow`, `${name}.csv`, `${name}.parquet`]),
      "overview.json",
      "datapackage.json",
      "manifest.json",
    ]);
    expect(files.slice(0, 3).map(({ contentType }) => contentType)).toEqual([
      "application/vnd.apache.arrow.file",
      "text/csv; charset=utf-8",
      "application/vnd.apache.parquet",
    ]);
  });

  it("lists each table in the manifest with its rows and its hash", () => {
    const manifest = JSON.parse(text(files, "manifest.json")) as ReleaseManifest;
    expect(manifest.tables.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
    expect(manifest.tables[0]).toEqual({
      ...{ name: "rates", rows: 1 },
      ...{ arrow: "rates.arrow", csv: "rates.csv", parquet: "rates.parquet" },
      sha256: size(files[0]!.bytes),
    });
    expect(manifest).toMatchObject(about);
  });

  it("titles the dictionary by district, school year and day", () => {
    expect(JSON.parse(text(files, "datapackage.json"))).toMatchObject({
      name: "2022-03-15-1a2b3c4d",
      title: "Cast School District, 2021-22, data as of March 15, 2022",
    });
  });

  it("writes a row with its band and no exact count", () => {
    expect(text(files, "rates.csv")).toBe(
      "measure,measureName,level,school,schoolName,breakdown,group,groupName,n,low,high,band,drawnOn,state\r\n" +
        "review-timeliness,Reviews held on time,district,,Cast School District,all,all,All students,40,0.7,0.79,70-79,2022-03-15,shown\r\n",
    );
  });

  it("writes the same row as Parquet and as Arrow", async () => {
    const bytesOf = (path: string) => files.find((file) => file.path === path)!.bytes;
    expect(await parquetRows(bytesOf("rates.parquet"))).toEqual([rateRow()]);
    expect(fromArrow(rates, bytesOf("rates.arrow"))).toEqual([rateRow()]);
  });

  it("writes the same bytes again for the same tables", () => {
    const again = [...renderPublic(about, structuredClone(publicTables), size)];
    const bytesOf = (all: readonly ReleaseFile[]) =>
      all.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]);
    expect(bytesOf(again)).toEqual(bytesOf(files));
  });
});

describe("renderStaff", () => {
  it("writes the tables of the staff edition, with exact counts", () => {
    const formats = TABLE_FORMATS;
    const files = [
      ...renderStaff({ ...about, edition: "staff" }, staffTables, { hash: size, formats }),
    ];
    expect(files.map(({ path }) => path)).toContain("reconciliation.arrow");
    expect(text(files, "rates.csv").split("\r\n")[1]).toBe(
      "review-timeliness,Reviews held on time,district,,Cast School District,all,all,All students,29,40,0.725,0.725,,2022-03-15,shown",
    );
  });

  it("stores tables in the formats asked for alone, and says the same of them in its manifest", () => {
    const manifestOf = (files: readonly ReleaseFile[]) =>
      files.find(({ path }) => path === "manifest.json")?.bytes;
    const whole = [...renderStaff(about, staffTables, { hash: size, formats: TABLE_FORMATS })];
    const less = [...renderStaff(about, staffTables, { hash: size, formats: ["arrow"] })];
    expect(less.map(({ path }) => path)).toEqual(
      whole.map(({ path }) => path).filter((path) => !/\.(csv|parquet)$/.test(path)),
    );
    expect(manifestOf(less)).toEqual(manifestOf(whole));
  });

  it("refuses an edition that lacks a table", () => {
    const { reconciliation: _none, ...less } = staffTables;
    expect(() => [...renderStaff(about, less, { hash: size, formats: [] })]).toThrow(
      "the edition has no rows of the table reconciliation",
    );
  });
});
