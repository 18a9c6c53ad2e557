// Longer than most: each way in which students and identifiers do not match.
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../functions/domain/records/columns-builder.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolId, studentId } from "../../../functions/domain/ids.ts";
import { schoolOn, type Enrollment } from "../../../functions/domain/people/student.ts";
import { crosswalkOf } from "../../../functions/join/roster/identity.ts";
import type { Person } from "../../../functions/sources/roster/roster-rows.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  ATTENDANCE_HEADER,
  ingestFiles,
  lines,
  ORGS,
  PLANS_HEADER,
  ROLES_HEADER,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

/** A SIS that knows its students by local numbers and sends the state's number beside. */
const PROFILE = JSON.stringify({
  id: "fernhill-sis",
  version: 1,
  title: "The SIS of Fernhill",
  files: [
    {
      file: "pupils.csv",
      name: "Pupils",
      pattern: "^pupils\\.csv$",
      signature: ["local_no", "state_no", "first"],
      reads: [
        {
          table: "person",
          columns: [
            { to: "student", from: ["local_no"], isRequired: true },
            { to: "stateId", from: ["state_no"] },
            { to: "givenName", from: ["first"] },
            { to: "familyName", from: ["last"] },
            { to: "birthOn", from: ["born"] },
          ],
        },
      ],
    },
    {
      file: "state_plans.csv",
      name: "Plans by state number",
      pattern: "^state_plans\\.csv$",
      signature: ["plan_no", "state_no", "opened"],
      reads: [
        {
          table: "plan",
          columns: [
            { to: "plan", from: ["plan_no"], isRequired: true },
            { to: "student", from: ["state_no"], isRequired: true, idType: "state" },
            { to: "planType", value: "ILP" },
            { to: "schoolYear", value: "2022" },
            { to: "status", value: "active" },
            { to: "openedOn", from: ["opened"], isRequired: true },
          ],
        },
      ],
    },
  ],
});

const PUPILS = "local_no,state_no,first,last,born";
const enrollment = (student: string, school: string) =>
  `R-${student},,,${student},primary,student,2021-08-23,,${school},`;

const district = (...files: readonly HandedIn[]): readonly HandedIn[] => [
  ["ilp.profile.json", PROFILE],
  ["orgs.csv", ORGS],
  ...files,
];

describe("identity", () => {
  it("makes one student of several local numbers with one state number", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(
      places,
      district(
        [
          "pupils.csv",
          lines(PUPILS, "L7,ST1,Maren,Alderwick,2008-06-10", "L3,ST1,maren,ALDERWICK,"),
        ],
        ["roles.csv", lines(ROLES_HEADER, enrollment("L7", "S1"), enrollment("L3", "S2"))],
        ["state_plans.csv", lines("plan_no,state_no,opened", "P1,ST1,2021-09-10")],
        ["plans.csv", lines(PLANS_HEADER, "P2,L7,ILP,2022,active,2021-09-10,,")],
        [
          "daily_attendance.csv",
          lines(ATTENDANCE_HEADER, "L7,2021-09-10,absent,", "L3,2021-09-13,absent,"),
        ],
      ),
    );
    const of = async (table: "student" | "enrollment" | "plan" | "absence") =>
      new Set((await conformedRows(places, manifest, table)).map(({ student }) => student));
    expect(await of("student")).toEqual(new Set(["L3"]));
    expect(await of("enrollment")).toEqual(new Set(["L3"]));
    expect(await of("plan")).toEqual(new Set(["L3"]));
    expect(await of("absence")).toEqual(new Set(["L3"]));
    expect(manifest.identityConflicts).toBe(0);
    expect(manifest.rejects).toEqual([]);
  });

  it("keeps two students apart who were given one state number, and guesses for no plan", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(
      places,
      district(
        [
          "pupils.csv",
          lines(
            PUPILS,
            "L1,ST1,Maren,Alderwick,2008-06-10",
            "L2,ST1,Idris,Quillfeather,2008-02-01",
          ),
        ],
        ["roles.csv", lines(ROLES_HEADER, enrollment("L1", "S1"), enrollment("L2", "S1"))],
        ["state_plans.csv", lines("plan_no,state_no,opened", "P1,ST1,2021-09-10")],
      ),
    );
    expect(await conformedRows(places, manifest, "student")).toHaveLength(2);
    expect(await conformedRows(places, manifest, "plan")).toEqual([]);
    expect(manifest.identityConflicts).toBe(1);
    expect(manifest.rejects).toEqual([
      {
        kind: "fernhill-sis/state_plans.csv",
        column: "state_no",
        reason: "ambiguous-student",
        records: 1,
      },
    ]);
  });

  it("makes no student of a plan", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(
      places,
      district(
        ["pupils.csv", lines(PUPILS, "L1,ST1,Maren,Alderwick,2008-06-10")],
        ["roles.csv", lines(ROLES_HEADER, enrollment("L1", "S1"))],
        [
          "plan_documents.jsonl",
          lines(
            ...["L1", "L404"].map((student) =>
              JSON.stringify({
                plan_id: `P-${student}`,
                student_id: student,
                plan_type: "ILP",
                school_year: 2022,
                status: "active",
                opened_on: "2021-09-10",
              }),
            ),
          ),
        ],
      ),
    );
    expect(await conformedRows(places, manifest, "student")).toHaveLength(1);
    expect(manifest.rejects).toMatchObject([{ column: "student_id", reason: "unknown-student" }]);
  });
});

describe("overlapping enrollments", () => {
  const enrollmentAt = (school: string, from: string, isPrimary = true): Enrollment => ({
    student: studentId("L1"),
    school: schoolId(school),
    enteredOn: day(from),
    withdrewOn: null,
    isPrimary,
  });
  const on = day("2022-03-01");

  it.each([
    [
      "the primary one",
      [enrollmentAt("S1", "2021-08-01"), enrollmentAt("S2", "2021-10-01", false)],
      "S1",
    ],
    [
      "of two primary ones the later begun",
      [enrollmentAt("S1", "2021-08-01"), enrollmentAt("S2", "2021-10-01")],
      "S2",
    ],
    [
      "of two of one day that of the smaller id",
      [enrollmentAt("S2", "2021-08-01"), enrollmentAt("S1", "2021-08-01")],
      "S1",
    ],
  ])("count a student at %s, in whatever order they came", (_rule, enrollments, school) => {
    expect(schoolOn(enrollments, on)).toBe(school);
    expect(schoolOn([...enrollments].reverse(), on)).toBe(school);
  });

  it("rest whole in the conformed version, so that the rule can be asked of any day", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(
      places,
      district(
        ["pupils.csv", lines(PUPILS, "L1,ST1,Maren,Alderwick,2008-06-10")],
        [
          "roles.csv",
          lines(
            ROLES_HEADER,
            "R1,,,L1,primary,student,2021-08-23,,S1,",
            "R2,,,L1,secondary,student,2021-10-01,,S2,",
          ),
        ],
      ),
    );
    const rows = await conformedRows(places, manifest, "enrollment");
    // In the partitions of both schools.
    expect(rows.map(({ school, isPrimary }) => `${String(school)} ${String(isPrimary)}`)).toEqual([
      "S1 true",
      "S2 false",
      "S1 true",
      "S2 false",
    ]);
  });
});

describe("identifiers that chain", () => {
  const person = (student: string, stateId: string): Person => ({
    student: studentId(student),
    givenName: "Ann",
    familyName: "Ash",
    birthOn: null,
    grade: null,
    sex: null,
    raceEthnicity: null,
    identifiers: [{ idType: "state", value: stateId }],
  });

  it("make one student of all entries, known by the smallest of their identifiers", () => {
    const { resolve } = crosswalkOf(
      columnsOf([person("B", "X"), person("A", "X"), person("B", "Y"), person("C", "Y")]),
    );
    for (const id of ["A", "B", "C"]) {
      expect(resolve(id, "sis")).toEqual({ state: "known", student: "A" });
    }
    expect(resolve("Y", "state")).toEqual({ state: "known", student: "A" });
  });
});

describe("attendance under two identifiers of one student", () => {
  it("is as the roster's own identifier has it", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [
      ["orgs.csv", ORGS],
      [
        "users.csv",
        lines(
          "sourcedId,role,orgSourcedIds,givenName,familyName,identifier",
          "u1,student,S1,A,B,0001",
        ),
      ],
      [
        "daily_attendance.csv",
        lines(
          ATTENDANCE_HEADER,
          "0001,2021-09-02,absent,",
          "u1,2021-09-02,present,",
          "0001,2021-09-03,absent,",
        ),
      ],
    ]);
    const absences = await conformedRows(places, manifest, "absence");
    expect(absences.map(({ on }) => on)).toEqual(["2021-09-03"]);
  });
});
