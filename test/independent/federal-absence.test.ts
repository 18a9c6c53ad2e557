import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { benchDistrict } from "../../bench/district.ts";
import { writeDistrict } from "../../bench/write-district.ts";
import { districtId, type DistrictId } from "../../functions/domain/ids.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { conformedDemo, DEMO } from "../support/conformed-districts.ts";
import { conformedDistrict, SIX_SCHOOLS } from "../support/districts.ts";
import { freshPlaces, ingestPath } from "../support/local-district.ts";
import { madeReport } from "../support/made-report.ts";
import { conformedSchools, type Row, type SchoolTables } from "./conformed-records.ts";

/** Categories of a student, in the columns of the file: sex, race, then the four statuses. */
type Line = readonly string[];

const SEX: { readonly [sex: string]: string } = { female: "F", male: "M" };
const RACE: { readonly [race: string]: string } = {
  ...{ "american-indian": "AM7", asian: "AS7", black: "BL7", hispanic: "HI7" },
  ...{ "pacific-islander": "PI7", white: "WH7", multiple: "MU7" },
};
const PROGRAMS: readonly (readonly [code: string, names: readonly string[]])[] = [
  ["WDIS", ["Special Education"]],
  ["DISAB504STAT", ["Section 504 Placement"]],
  ["LEP", ["Bilingual", "English as a Second Language (ESL)"]],
  ["HOMELSENRL", ["Homeless"]],
];
const IN_SCHOOL = /^(KG|0[1-9]|1[0-2]|UG)$/;

const covers = (row: Row, on: string): boolean =>
  String(row["enteredOn"]) <= on && (row["withdrewOn"] === null || on < String(row["withdrewOn"]));

/** The lines that a chronically absent student of a school is in; none for another. */
function linesOf(school: SchoolTables, student: Row, asOf: string, sendsPrograms: boolean): Line[] {
  const id = String(student["student"]);
  const own = school
    .rowsWith("enrollment", "student", id)
    .filter((row) => row["school"] === school.id);
  const days = new Set(
    school
      .rowsWith("calendar", "school", school.id)
      .map((row) => String(row["on"]))
      .filter((on) => on >= "2021-07-01" && on <= asOf && own.some((row) => covers(row, on))),
  );
  const absent = school
    .rowsWith("absence", "student", id)
    .filter((row) => days.has(String(row["on"])) && Number(row["absentMilli"]) >= 500);
  if (!IN_SCHOOL.test(String(student["grade"]))) return [];
  if (days.size < 10 || absent.length * 10 < days.size) return [];
  const sex = SEX[String(student["sex"])] ?? "MISSING";
  const programs = school.rowsWith("program", "student", id);
  const statuses = PROGRAMS.flatMap(([code, names], index): Line[] => {
    const has = programs.some(
      (row) =>
        names.includes(String(row["program"])) &&
        String(row["beganOn"]) <= asOf &&
        own.some((enrollment) => covers(enrollment, String(row["beganOn"]))),
    );
    const place = ["", "", "", "", ""];
    place[index + 1] = sendsPrograms ? code : "MISSING";
    return has || !sendsPrograms ? [[sex, ...place]] : [];
  });
  const race = RACE[String(student["raceEthnicity"])] ?? "MISSING";
  return [["", "", "", "", "", ""], [sex, race, "", "", "", ""], ...statuses];
}

/** By school and categories, how many students there are; a school's total is there even without any. */
async function counted(places: Places, district: DistrictId, asOf: string) {
  const counts: { [line: string]: number } = {};
  const schools = await conformedSchools(places.records, district);
  const sendsPrograms = schools.some((school) => school.rows("program").length > 0);
  for (const school of schools) {
    counts[`${school.id} |||||`] = 0;
    for (const student of school.rows("student")) {
      for (const line of linesOf(school, student, asOf, sendsPrograms)) {
        const key = `${school.id} ${line.join("|")}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
    }
  }
  return { counts, schools: schools.map(({ id }) => id) };
}

/** As the report has it. */
async function reported(
  places: Places,
  district: DistrictId,
  asOf: string,
  schools: readonly string[],
) {
  const { inHand, gate } = await madeReport(places, district, "edfacts-fs195", asOf, schools);
  const counts: { [line: string]: number } = {};
  for (const { about, cells } of inHand.records) {
    counts[`${about.school} ${cells.slice(6, 12).join("|")}`] = Number(cells[15]);
  }
  return { counts, gate, records: inHand.records.length };
}

async function conformedBench(): Promise<Places> {
  const folder = await mkdtemp(join(tmpdir(), "ilp-federal-"));
  try {
    const places = await freshPlaces();
    writeDistrict(folder, benchDistrict(900, 90));
    await ingestPath(places, folder, BENCH);
    return places;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const BENCH = districtId("bench");

describe("the federal count of chronic absence", () => {
  // It takes longest, and a worker keeps it.
  beforeAll(async () => {
    await conformedDemo();
  });

  it.each([
    ["the demo", DEMO, conformedDemo, "2022-05-20", 100],
    ["the demo early in the year", DEMO, conformedDemo, "2021-09-24", 20],
    // The day on which its files came: on a later one the gate is shut.
    ["six schools", SIX_SCHOOLS.id, () => conformedDistrict(SIX_SCHOOLS), "2022-06-01", 20],
    // Few days of instruction: whoever came later has fewer than ten.
    ["six schools at first", SIX_SCHOOLS.id, () => conformedDistrict(SIX_SCHOOLS), "2021-09-01", 1],
    ["a large district", BENCH, conformedBench, "2021-12-10", 20],
  ] as const)(
    "equals an independent one, student by student, in %s",
    async (_name, id, conformed, asOf, least) => {
      const places = await conformed();
      const expected = await counted(places, id, asOf);
      const { counts, gate, records } = await reported(places, id, asOf, expected.schools);
      expect(counts).toEqual(expected.counts);
      expect(Object.keys(counts)).toHaveLength(records);
      expect(gate.passed).not.toBeNull();
      // Somebody is counted, or the two agree on nothing.
      const totals = Object.entries(counts).filter(([line]) => line.endsWith(" |||||"));
      const students = totals.reduce((sum, [, count]) => sum + count, 0);
      expect(students > 0).toBe(least > 0);
      expect(students).toBeGreaterThanOrEqual(least);
    },
  );
});
