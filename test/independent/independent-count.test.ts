import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Places } from "../../functions/pipeline/ports.ts";
import { conformedCast, conformedDemo } from "../support/conformed-districts.ts";
import { freshPlaces, ingestPath } from "../support/local-district.ts";
import { castWithMoreRecords, castWithTwoPlansEach } from "./cast-with-more-records.ts";
import { daysInRow } from "./days-in-row.ts";
import { conformedSchools, type Row, type SchoolTables } from "./conformed-records.ts";
import { plainEdition, type Figures } from "./plain-figures.ts";
import { published, type PublishedDistrict } from "./published-district.ts";

/** Of each table of figures what a row is about, in the order in which the count says it. */
const KEYS: { readonly [table: string]: (row: Row) => readonly unknown[] } = {
  rates: (row) => [row["measure"], row["school"], groupOf(row)],
  statuses: (row) => [row["requirement"], row["school"], groupOf(row), row["status"]],
  standings: (row) => [row["requirement"], row["school"], groupOf(row), row["standing"]],
  "student-groups": (row) => [
    row["measure"],
    row["school"],
    row["requirement"],
    `${String(row["division"])}/${String(row["group"])}`,
  ],
  "next-steps": (row) => [row["school"], row["requirement"], row["need"]],
  lateness: (row) => [row["requirement"], row["school"], groupOf(row), row["lateness"]],
  reconciliation: (row) => [row["school"], row["problem"]],
  "plan-patterns": (row) => [row["school"], row["pattern"]],
  "review-signatures": (row) => [row["school"]],
  "came-due": (row) => [row["school"], row["requirement"]],
};

const groupOf = (row: Row): string => `${String(row["breakdown"])}/${String(row["group"])}`;

/** The figures of a table as the count says them; what a figure says twice must agree with itself. */
function figuresOf(rows: readonly Row[], table: string, asOf: string): Figures {
  const figures = new Map<string, string>();
  for (const row of rows) {
    const key = (KEYS[table]?.(row) ?? []).join(" ");
    figures.set(key, figures.has(key) ? "twice" : figureOf(row, table, asOf));
  }
  return figures;
}

function figureOf(row: Row, table: string, asOf: string): string {
  if (table === "came-due") return `${String(row["count"])} since ${String(row["previousAsOf"])}`;
  if (table === "review-signatures") return daysInRow(row);
  const { count = null, n = null, low, high, band, drawnOn, state } = row;
  const weeks = table === "reconciliation" ? `, weeks ${String(row["medianWeeks"] ?? "none")}` : "";
  if (state !== "shown") {
    const isEmpty = [count, n, low, high, drawnOn].every((value) => value === null);
    return `${String(state)}${isEmpty ? "" : " with a number"}${state === "not-applicable" ? weeks : ""}`;
  }
  const share = Number(count) / Number(n);
  const isWhole = low === share && high === share && band === null && drawnOn === asOf;
  return `${String(count)} of ${String(n)}${isWhole ? "" : " with another share or day"}${weeks}`;
}

function differences(table: string, published: Figures, counted: Figures): readonly string[] {
  return [...new Set([...published.keys(), ...counted.keys()])]
    .filter((key) => published.get(key) !== counted.get(key))
    .map(
      (key) =>
        `${table} | ${key} | counted ${counted.get(key) ?? "no such row"} | published ${published.get(key) ?? "no such row"}`,
    );
}

async function expectCounted(
  district: PublishedDistrict,
  asOf: string,
  previous: string | null,
  schools: Schools,
) {
  const { tables } = district.staff(asOf);
  const counted = plainEdition(await schools, asOf, previous);
  const faults: string[] = [];
  for (const [table, figures] of Object.entries(counted.tables)) {
    const rows = tables[table] ?? [];
    if (table !== "came-due") expect(rows.length, table).toBeGreaterThan(0);
    faults.push(...differences(table, figuresOf(rows, table, asOf), figures));
  }
  const students = tables["students"] ?? [];
  expect(students.map(({ student }) => student).toSorted()).toEqual(
    [...counted.students.keys()].sort(),
  );
  for (const row of students) {
    const own = counted.students.get(String(row["student"])) ?? {};
    // Why something is asked is a sentence and no figure.
    for (const column of Object.keys(row).filter((name) => !name.endsWith(".because"))) {
      if (row[column] === own[column]) continue;
      faults.push(
        `students | ${String(row["student"])} ${column} | counted ${String(own[column])} | published ${String(row[column])}`,
      );
    }
  }
  expect(faults).toEqual([]);
}

/** The cast from other exports, which are written into a folder first. */
async function conformedFrom(exportsOf: (folder: string) => Promise<string>): Promise<Places> {
  const folder = await mkdtemp(join(tmpdir(), "ilp-independent-"));
  try {
    const places = await freshPlaces();
    await ingestPath(places, await exportsOf(folder));
    return places;
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Schools = Promise<readonly SchoolTables[]>;

/** A district published once for the tests of a block. */
function publishedFor(district: string, conformed: () => Promise<Places>, days: readonly string[]) {
  let own: PublishedDistrict;
  let schools: Schools;
  beforeAll(async () => {
    own = await published(district, await conformed(), days, "staff");
    schools = conformedSchools(own.records, district);
  });
  it.each(days)("equals an independent count, figure by figure, as of %s", (asOf) =>
    expectCounted(own, asOf, days[days.indexOf(asOf) - 1] ?? null, schools),
  );
  return { schools: () => schools, edition: (asOf: string) => own.staff(asOf) };
}

describe("the staff edition of the cast", () => {
  publishedFor("cast", conformedCast, [
    "2021-09-15",
    "2022-01-10",
    "2022-01-31",
    "2022-03-15",
    "2022-04-13",
  ]);
});

describe("the staff edition of the cast with what people decided", () => {
  const { schools } = publishedFor("cast", () => conformedFrom(castWithMoreRecords), [
    "2022-01-31",
    "2022-03-15",
    "2022-04-12",
    "2022-06-01",
  ]);

  it("holds every record that the cast has not", async () => {
    const rows = async (table: string) => (await schools()).flatMap((school) => school.rows(table));
    expect(await rows("exemption")).toHaveLength(8);
    expect(await rows("attestation")).toHaveLength(5);
    // Two of the nineteen are of a student of two schools.
    expect(await rows("planAssent")).toHaveLength(21);
    expect(await rows("planComponent")).toHaveLength(11);
    expect(await rows("program")).toHaveLength(4);
    // A row of a student is at each of the student's schools.
    expect(await rows("caseload")).toHaveLength(10);
    const shared = (await rows("student")).filter((row) => row["isIdentityShared"] === true);
    expect(shared.map(({ student }) => student).sort()).toEqual(["C-0503", "C-0504"]);
    const second = (await rows("enrollment")).filter((row) => row["isPrimary"] === false);
    expect(new Set(second.map(({ student }) => student))).toEqual(new Set(["C-0413"]));
  });
});

describe("the staff edition of the cast with students who have two plans", () => {
  const days = ["2022-03-15"];
  const { edition } = publishedFor("cast", () => conformedFrom(castWithTwoPlansEach), days);

  it("has the same goals of three students, and last year's of one of three, all at the high school", () => {
    const rows = edition("2022-03-15").tables["plan-patterns"] ?? [];
    const seen = rows
      .filter(({ pattern, count }) => String(pattern).startsWith("goals-as-") && count !== null)
      .map(({ school, pattern, count, n }) => [school, pattern, count, n].join(" "));
    // C-0424, C-0425 and C-0426; C-0428, beside C-0441 and C-0452, who set goals of their own anew.
    expect(seen.sort()).toEqual([
      ...[" goals-as-last-year 1 3", " goals-as-others 3 39"],
      ...["CAST-ALT goals-as-others 0 5", "CAST-HS goals-as-last-year 1 3"],
      ...["CAST-HS goals-as-others 3 23", "CAST-MS goals-as-others 0 11"],
    ]);
  });
});

describe("the staff edition of the demo", () => {
  publishedFor("grand-bend", conformedDemo, [
    "2021-11-19",
    "2022-01-28",
    "2022-03-31",
    "2022-05-20",
  ]);
});
