// Longer than most: each sort of leak, planted in the public bytes of a district that has none, is found.
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding, FindingKind } from "../../functions/audit/reading/finding.ts";
import type { LinearSolver } from "../../functions/audit/linear-solver.ts";
import { publicKeys } from "../../functions/layout.ts";
import { auditPublished } from "../../functions/pipeline/release/audit.ts";
import type { KeptDrawing } from "../../functions/editions/kept-drawing.ts";
import type { TableName } from "../../functions/releases/tables/tables.ts";
import {
  bucketOf,
  publicBytes,
  releasesIn,
  rowsOf,
  withJson,
  withRows,
  type PublicBytes,
  type Row,
} from "../privacy/release-bytes.ts";
import { drawingOf } from "../privacy/true-counts.ts";
import { conformedDistrict, ONE_SCHOOL, publishReleases } from "../support/districts.ts";
import { readySolver } from "./ready-solver.ts";

const { id } = ONE_SCHOOL;
const DAYS = ["2021-10-31", "2021-11-30", "2021-12-31"];
const COUNT = {
  name: "count",
  type: "integer",
  title: "Students",
  definition: "How many.",
} as const;

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

/** What is public, and what the last release was drawn from. */
async function published() {
  const places = await conformedDistrict(ONE_SCHOOL);
  await publishReleases(places, id, DAYS);
  const bytes = await publicBytes(places.public);
  return { bytes, drawing: await drawingOf(places, id, last(bytes)) };
}

async function findingsIn(bytes: PublicBytes): Promise<readonly Finding[]> {
  const { releases, findings } = await auditPublished(bucketOf(bytes), id, null, solve);
  return [...releases.flatMap((release) => release.findings), ...findings];
}

/** The folder of the last release. */
const last = (bytes: PublicBytes): string => releasesIn(bytes, id).at(-1)!;

/** The same bytes with one row of the last release otherwise: the first that fits. */
function withRow(
  bytes: PublicBytes,
  table: TableName,
  fits: (row: Row) => boolean,
  change: (row: Row) => Row | readonly Row[],
): PublicBytes {
  const rowIndex = rowsOf(bytes, last(bytes), table).findIndex(fits);
  if (rowIndex < 0) throw new Error(`no row of ${table} to plant a leak in`);
  return withRows(bytes, last(bytes), table, (row, other) =>
    other === rowIndex ? change(row) : row,
  );
}

const isShown = ({ state }: Row): boolean => state === "shown";

const manifestOf = (bytes: PublicBytes): string => `${last(bytes)}manifest.json`;

const REPORT = "school-reports/school-800001.json";
const OF_SCHOOL = ["messages", "schools", "800001"] as const;

/** The same bytes with another value at a path of a JSON document of the last release. */
function withValue(
  bytes: PublicBytes,
  file: string,
  path: readonly (string | number)[],
  // The value is whatever the document has there.
  // oxlint-disable-next-line typescript/no-explicit-any
  change: (value: any) => unknown,
): PublicBytes {
  return withJson(bytes, `${last(bytes)}${file}`, (document) => {
    const [name, ...parents] = path.toReversed();
    let parent = document as { [name: string | number]: unknown };
    for (const each of parents.reverse()) parent = parent[each] as typeof parent;
    parent[name!] = change(parent[name!]);
    return document;
  });
}

/** An estimate of 306 students as it would be published were the arms of 37 and 269 not rounded. */
const EFFECT = {
  ...{ estimate: -0.27, low: -0.61, high: 0.07, students: 300, state: "shown" },
  method: "hedges-g",
};

/** As the staff edition has it: an exact share, without a band. */
const exactly = (row: Row, count: number, n: number): Row => ({
  ...row,
  ...{ n, low: count / n, high: count / n, band: null },
});

const PLANTED: readonly (readonly [
  leak: string,
  kind: FindingKind,
  where: RegExp,
  plant: (bytes: PublicBytes, drawing: KeptDrawing) => PublicBytes,
])[] = [
  [
    "an exact count in a column",
    "unknown-column",
    /^rates\.csv: count$/,
    (bytes) => withRows(bytes, last(bytes), "rates", (row) => ({ ...row, count: 7 }), [COUNT]),
  ],
  [
    "the number of students in an estimate",
    "arm-size",
    /^associations .*students$/,
    (bytes) =>
      withRow(
        bytes,
        "associations",
        () => true,
        (row) => ({
          ...row,
          ...{ estimate: 1.2, low: 0.3, high: 2.1, students: 94, state: "shown" },
        }),
      ),
  ],
  [
    "an estimate with more decimals",
    "arm-size",
    /^associations .*decimals$/,
    (bytes) =>
      withRow(
        bytes,
        "associations",
        ({ method }) => method === "hedges-g",
        (row) => ({
          ...row,
          ...EFFECT,
          low: -0.6134,
        }),
      ),
  ],
  [
    "limits of exact arms",
    "arm-size",
    /^associations .*limits$/,
    (bytes) =>
      withRow(
        bytes,
        "associations",
        ({ method }) => method === "hedges-g",
        (row) => ({
          ...row,
          ...EFFECT,
        }),
      ),
  ],
  [
    "the records of a file",
    "exact-number",
    /^files .*records$/,
    (bytes) =>
      withRow(
        bytes,
        "files",
        () => true,
        (row) => ({ ...row, records: "459" }),
      ),
  ],
  [
    "a file of plans for each school",
    "exact-number",
    /^files .*file$/,
    (bytes) =>
      withRow(
        bytes,
        "files",
        ({ kind }) => kind === "plain/plans.csv",
        (row) => [row, { ...row, outcome: "ignored", file: "plans-800001.csv" }],
      ),
  ],
  [
    "a boundary that was not moved, of a part that nobody is in",
    "narrow-band",
    /^statuses /,
    (bytes) =>
      withRow(
        bytes,
        "statuses",
        (row) => isShown(row) && row["low"] === 0,
        (row) => exactly(row, 0, Number(row["n"])),
      ),
  ],
  [
    "a band narrower than the ladder's",
    "narrow-band",
    /^rates /,
    (bytes) =>
      withRow(
        bytes,
        "rates",
        ({ state, low, high }) => state === "shown" && Number(high) > Number(low),
        (row) => ({
          ...row,
          high: row["low"]!,
          band: String(Math.round(100 * Number(row["low"]))),
        }),
      ),
  ],
  [
    "a figure of a group under the smallest size",
    "small-group",
    /^rates /,
    (bytes) =>
      withRow(
        bytes,
        "rates",
        ({ state }) => state === "too-few-students",
        (row) => ({
          ...row,
          ...{ n: 12, low: 0, high: 0.49, band: "LT50", drawnOn: DAYS[2]!, state: "shown" },
        }),
      ),
  ],
  [
    "the size of a group without a figure",
    "exact-number",
    /^rates .*not shown$/,
    (bytes) =>
      withRow(
        bytes,
        "rates",
        ({ state }) => state === "too-few-students",
        (row) => ({
          ...row,
          n: 12,
        }),
      ),
  ],
  [
    "two numbers of students for one bar",
    "contradiction",
    /two numbers of students$/,
    (bytes) =>
      withRow(bytes, "statuses", isShown, (row) => ({
        ...row,
        n: Number(row["n"]) + 1,
      })),
  ],
  [
    "an exact number in a message",
    "exact-number",
    /^manifest\.json: messages kept 0 values students$/,
    (bytes) =>
      withValue(bytes, "manifest.json", ["messages", "kept", 0, "values", "students"], () => 61),
  ],
  [
    "a count in a message about a school",
    "exact-number",
    /^manifest\.json: messages\.schools\.800001 0 values count$/,
    (bytes) => withValue(bytes, "manifest.json", [...OF_SCHOOL, 0, "values", "count"], () => 7),
  ],
  [
    "a message about a school that is none",
    "exact-number",
    /^manifest\.json: messages of no school$/,
    (bytes) => withValue(bytes, "manifest.json", ["messages", "schools", "Cedrane"], () => []),
  ],
  [
    "an exact count on the first screen",
    "exact-number",
    /^overview\.json figures 0 count$/,
    (bytes) => withValue(bytes, "overview.json", ["figures", 0, "count"], () => 61),
  ],
  [
    "an exact share on the first screen",
    "exact-number",
    /^overview\.json places bars 0 parts 0 \[0\.137,0\.137\]$/,
    (bytes) =>
      withValue(bytes, "overview.json", ["places", "bars", 0, "parts", 0], (part: object) => ({
        ...part,
        ...{ low: 0.137, high: 0.137 },
      })),
  ],
  [
    "a share of the past that was never published",
    "exact-number",
    /^overview\.json figures 0 past 0 \[0\.6,0\.61\]$/,
    (bytes) =>
      withValue(bytes, "overview.json", ["figures", 0, "past", 0], (past: object) => ({
        ...past,
        ...{ low: 0.6, high: 0.61 },
      })),
  ],
  [
    "a name that no table has on the first screen",
    "exact-number",
    /^overview\.json places bars 0 name$/,
    (bytes) => withValue(bytes, "overview.json", ["places", "bars", 0, "name"], () => "Cedrane"),
  ],
  [
    "a value that no first screen has",
    "unknown-column",
    /^overview\.json figures 0$/,
    (bytes) => withValue(bytes, "overview.json", ["figures", 0, "absent"], () => 7),
  ],
  [
    "what one reader of the staff edition sees on the first screen",
    "unknown-column",
    /^overview\.json$/,
    (bytes) => withValue(bytes, "overview.json", ["scope"], () => ({ exactSchools: ["800001"] })),
  ],
  [
    "an exact share in a school report",
    "exact-number",
    /^school-reports\/school-800001\.json rows 0 school \[0\.611,0\.611\]$/,
    (bytes) =>
      withValue(bytes, REPORT, ["rows", 0, "school"], (school: object) => ({
        ...school,
        ...{ low: 0.611, high: 0.611 },
      })),
  ],
  [
    "another number of students beside a share in a school report",
    "exact-number",
    /^school-reports\/school-800001\.json rows 0 school \[/,
    (bytes) => withValue(bytes, REPORT, ["rows", 0, "school", "n"], (n) => n + 1_000),
  ],
  [
    "a median of schools that show no share",
    "exact-number",
    /^school-reports\/school-800001\.json rows 0 peers$/,
    (bytes) =>
      withValue(bytes, REPORT, ["rows", 0, "peers"], () => ({ low: 0.2, high: 0.29, schools: 3 })),
  ],
  [
    "a report of a school that the release does not name",
    "unknown-file",
    /^school-reports\/school-9\.json$/,
    (bytes) =>
      new Map([
        ...bytes,
        [`${last(bytes)}school-reports/school-9.json`, bytes.get(`${last(bytes)}${REPORT}`)!],
      ]),
  ],
  [
    "another value in a Parquet file alone",
    "unknown-column",
    /^rates\.parquet: other than the rows of rates\.arrow$/,
    (bytes) => {
      const other = withRows(bytes, last(bytes), "rates", (row) =>
        isShown(row) ? exactly(row, 7, 61) : row,
      );
      const parquet = `${last(bytes)}rates.parquet`;
      return new Map([...bytes, [parquet, other.get(parquet)!]]);
    },
  ],
  [
    "a number in the manifest",
    "exact-number",
    /manifest\.json: reading\.absences$/,
    (bytes) =>
      withJson(bytes, manifestOf(bytes), (manifest) => ({
        ...manifest,
        reading: { ...(manifest["reading"] as object), absences: 17 },
      })),
  ],
  [
    "a number in the pointer to the current release",
    "exact-number",
    /latest\.json: students$/,
    (bytes) => withJson(bytes, publicKeys.latest(id), (latest) => ({ ...latest, students: 96 })),
  ],
  [
    "a number in the data dictionary",
    "exact-number",
    /^datapackage\.json$/,
    (bytes) =>
      withJson(bytes, `${last(bytes)}datapackage.json`, (dictionary) => ({
        ...dictionary,
        description: "9137 rows of students",
      })),
  ],
  [
    "a file that no release has",
    "unknown-file",
    /^students\.csv$/,
    (bytes) => new Map([...bytes, [`${last(bytes)}students.csv`, new Uint8Array([49])]]),
  ],
  [
    "a file beside the releases",
    "unknown-file",
    /^one-school\/drawing\.json$/,
    (bytes) => new Map([...bytes, [`${id}/drawing.json`, new Uint8Array([49])]]),
  ],
  [
    "rows in one of the two files of a table alone",
    "unknown-column",
    /^rates\.csv: other rows/,
    (bytes) => {
      const wider = withRows(bytes, last(bytes), "rates", (row) => ({ ...row, n: null }));
      const csv = `${last(bytes)}rates.csv`;
      return new Map([...bytes, [csv, wider.get(csv)!]]);
    },
  ],
  [
    "a gap that its two bands do not say",
    "exact-number",
    /^student-groups .*not what the rates say$/,
    (bytes) =>
      withRow(
        bytes,
        "student-groups",
        ({ gapLow }) => gapLow !== null,
        (row) => ({
          ...row,
          gapLow: Number(row["gapLow"]) + 1,
        }),
      ),
  ],
  [
    "unmoved totals that isolate three students",
    "narrow-count",
    /^chronic-absence\|district\|all\/all less sex\|chronic$/,
    (bytes, drawing) => {
      const shareOf = (group: string, row: Row, without: readonly [number, number]): Row => {
        if (row["measure"] !== "chronic-absence" || !isShown(row)) return row;
        const { counts } = drawing.bars[`chronic-absence|school 800001|${group}`]!;
        const [chronic, students] = without;
        return exactly(row, counts[1]! - chronic, counts.reduce((a, b) => a + b) - students);
      };
      const totals = withRows(bytes, last(bytes), "rates", (row) =>
        row["breakdown"] === "all" ? shareOf("all/all", row, [0, 0]) : row,
      );
      return withRows(totals, last(bytes), "student-groups", (row) => {
        if (row["division"] !== "sex") return row;
        const group = String(row["group"]);
        return shareOf(`sex/${group}`, row, group === "female" ? [1, 3] : [0, 0]);
      });
    },
  ],
  [
    "a bar that was drawn again although hardly anybody had moved",
    "early-drawing",
    /^plan-coverage\|/,
    (bytes) => {
      const before = new Map(
        rowsOf(bytes, releasesIn(bytes, id)[1]!, "student-groups").map((row) => [keyOf(row), row]),
      );
      return withRow(
        bytes,
        "student-groups",
        (row) => {
          const was = before.get(keyOf(row));
          return (
            row["measure"] === "plan-coverage" &&
            isShown(row) &&
            row["drawnOn"] !== DAYS[2] &&
            was?.["drawnOn"] === row["drawnOn"] &&
            Number(row["low"]) > 0.1 &&
            Number(row["high"]) < 0.95
          );
        },
        (row) => ({ ...row, drawnOn: DAYS[2]!, n: Number(row["n"]) + 1 }),
      );
    },
  ],
];

const keyOf = (row: Row): string =>
  ["measure", "school", "division", "group"].map((column) => row[column]).join(" ");

describe("a planted leak", { timeout: 300_000 }, () => {
  let bytes: PublicBytes;
  let drawing: KeptDrawing;
  it("is found among nothing else", async () => {
    ({ bytes, drawing } = await published());
    expect(await findingsIn(bytes)).toEqual([]);
  });

  it.each(PLANTED)("is found: %s", async (_, kind, where, plant) => {
    const findings = await findingsIn(plant(bytes, drawing));
    expect(
      findings.filter((finding) => finding.kind === kind && where.test(finding.where)),
    ).not.toEqual([]);
  });
});
