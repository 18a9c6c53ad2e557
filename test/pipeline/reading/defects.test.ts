import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { availableIn } from "../../../functions/conformed/availability.ts";
import { readSchool } from "../../../functions/pipeline/measure/read-school.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { attendanceDays } from "../../../functions/metrics/students/attendance-days.ts";
import { DEFECTS, defectFolders } from "../../sources/read-defect.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import { FERNHILL, ingestFiles, type HandedIn } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

/** The files of a defect's folder. */
function filesOf(number: string): readonly HandedIn[] {
  const folder = defectFolders.find((name) => name.startsWith(number)) ?? "";
  return readdirSync(join(DEFECTS, folder))
    .sort()
    .map((name) => [name, readFileSync(join(DEFECTS, folder, name))]);
}

const fileOf = ({ files }: ConformedManifest, name: string) =>
  files
    .filter((file) => file.name === name)
    .map(({ outcome, records, accepted, rejected }) => ({ outcome, records, accepted, rejected }));

const reasonsOf = ({ rejects }: ConformedManifest) =>
  rejects.map(({ kind, column, reason, records }) => `${kind} ${column} ${reason} ${records}`);

describe("the defects of exports, of whole districts", () => {
  it("18: trusts the files that came and says what their manifest says otherwise", async () => {
    const places = await freshPlaces();
    const { received, manifest } = await ingestFiles(places, filesOf("18"));
    expect(received.find(({ file }) => file === "manifest.csv")).toMatchObject({
      outcome: "received",
      note: "says of files that did not come that they are there: demographics; says of files that came that they are absent: orgs; says of files that came neither bulk nor delta: users",
    });
    expect(await conformedRows(places, manifest, "student")).toHaveLength(1);
    expect(manifest.files.map(({ name, mode }) => `${name} ${mode}`)).toContain("users.csv bulk");
  });

  it("30: reads a file sent twice once, and lets one that is cut off wait", async () => {
    const places = await freshPlaces();
    const files = filesOf("30");
    const first = await ingestFiles(places, files);
    const again = await ingestFiles(places, files);
    expect(again.received.map(({ outcome }) => outcome)).toEqual(files.map(() => "known"));
    expect(again.manifest.version).toBe(first.manifest.version);
    const cut = files.map(([name, content]): HandedIn =>
      name === "plans.csv" ? [name, Buffer.from(content).subarray(0, 300)] : [name, content],
    );
    const { manifest } = await ingestFiles(places, cut);
    expect(fileOf(manifest, "plans.csv").map(({ outcome }) => outcome)).toEqual([
      "waiting",
      "used",
    ]);
    expect(await conformedRows(places, manifest, "plan")).toHaveLength(8);
  });

  it("38: knows a student by the local number too, and makes none of an unknown one", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, filesOf("38"));
    const plans = await conformedRows(places, manifest, "plan");
    expect(plans.map(({ plan, student }) => `${String(plan)} ${String(student)}`)).toEqual([
      "P1 0001",
      "P2 0002",
    ]);
    const absences = await conformedRows(places, manifest, "absence");
    expect(absences.map(({ student, on }) => `${String(student)} ${String(on)}`)).toEqual([
      "0003 2021-09-10",
      "0003 2021-09-13",
    ]);
    expect(await conformedRows(places, manifest, "student")).toHaveLength(8);
    expect(reasonsOf(manifest)).toEqual([
      "plain/daily_attendance.csv student_id unknown-student 1",
      "plain/plans.csv student_id unknown-student 1",
    ]);
  });

  it("39: counts a day's absence once, a presence over an absence, and passes over a repeated plan", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, filesOf("39"));
    expect(await conformedRows(places, manifest, "absence")).toMatchObject([
      { student: "0001", on: "2021-09-10", absentMilli: 1000 },
    ]);
    expect(fileOf(manifest, "daily_attendance.csv")).toMatchObject([{ records: 4, accepted: 2 }]);
    const daily = manifest.files.find(({ name }) => name === "daily_attendance.csv");
    expect(daily).toMatchObject({ repeated: 1, contradicted: 1 });
    expect(fileOf(manifest, "plans.csv")).toMatchObject([{ records: 2, accepted: 1, rejected: 0 }]);
    expect(manifest.files.find(({ name }) => name === "plans.csv")?.repeated).toBe(1);
    expect(reasonsOf(manifest)).toEqual([]);
  });

  it("40: rejects what refers to nothing and uses the rest", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, filesOf("40"));
    expect(reasonsOf(manifest)).toEqual([
      "one-roster/roles.csv orgSourcedId unknown-school 1",
      "one-roster/roles.csv userSourcedId unknown-student 1",
      "plain/action_steps.csv goal_id unknown-goal 1",
      "plain/goals.csv plan_id unknown-plan 1",
    ]);
    expect(await conformedRows(places, manifest, "enrollment")).toHaveLength(8);
    // Nothing is read from classes, so that a course which is not there costs nothing.
    expect(fileOf(manifest, "classes.csv")).toMatchObject([{ outcome: "ignored", rejected: 0 }]);
  });

  it("41: takes a status in a whole file as it stands, and what a newer one omits as gone", async () => {
    const places = await freshPlaces();
    const files = filesOf("41");
    const { manifest } = await ingestFiles(places, files);
    const students = async (of: ConformedManifest) =>
      (await conformedRows(places, of, "student")).map(({ student }) => student);
    expect(await students(manifest)).toEqual([
      "0001",
      "0002",
      "0003",
      "0004",
      "0005",
      "0006",
      "0007",
    ]);
    const withoutSeventh = files.map(([name, content]): HandedIn => [
      name,
      Buffer.from(content)
        .toString()
        .split("\n")
        .filter((line) => name === "orgs.csv" || !/^0007,/.test(line))
        .join("\n"),
    ]);
    const now = await ingestFiles(places, withoutSeventh);
    expect(await students(now.manifest)).toEqual(["0001", "0002", "0003", "0004", "0005", "0006"]);
  });

  it("43: rejects a term that lies outside of its year, give or take a week", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [...filesOf("42"), ...filesOf("43")]);
    expect(reasonsOf(manifest)).toEqual([
      "one-roster/academicSessions.csv endDate day-out-of-range 1",
      "one-roster/academicSessions.csv endDate ends-before-it-begins 1",
      "one-roster/academicSessions.csv endDate outside-its-parent 1",
      "one-roster/academicSessions.csv startDate outside-its-parent 1",
    ]);
    expect(fileOf(manifest, "academicSessions.csv")).toMatchObject([{ records: 6, accepted: 2 }]);
  });

  it("42: keeps absences on a Sunday and after a withdrawal, says how many, and counts none", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, filesOf("42"));
    expect(await conformedRows(places, manifest, "absence")).toHaveLength(4);
    expect(manifest.absencesOutside).toBe(2);
    const counted: number[] = [];
    for (const school of manifest.schools) {
      const { calendars, students } = await readSchool(
        places.records,
        FERNHILL,
        school,
        schoolYear(2022),
        availableIn(manifest),
      );
      for (const student of students) {
        const days = attendanceDays(student, calendars, day("2021-08-01"), day("2021-12-31"));
        counted.push(days.absentDays);
      }
    }
    expect(counted).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
  });
});
