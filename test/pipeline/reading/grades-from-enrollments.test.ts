import { describe, expect, it } from "vitest";
import { availableIn } from "../../../functions/conformed/availability.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { clockCases } from "../../../functions/metrics/students/assessed-students.ts";
import { readSchool } from "../../../functions/pipeline/measure/read-school.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import { FERNHILL, ingestFiles, lines, type HandedIn } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const ED_FI: readonly HandedIn[] = [
  [
    "educationOrganizations.csv",
    lines(
      "id,type,nameOfInstitution,localEducationAgencyId",
      "900,LocalEducationAgency,Fern ISD,",
      "901,School,Fern High,900",
    ),
  ],
];
const ED_FI_HEADER =
  "studentUniqueId,schoolId,entryDate,exitWithdrawDate,exitWithdrawTypeDescriptor,entryGradeLevelDescriptor";
const FOCUS: readonly HandedIn[] = [["schools.csv", lines("id,title,syear", "901,Fern High,2021")]];
const FOCUS_HEADER = "student_id,school_id,syear,start_date,end_date,drop_code,grade_level";

/** Enrollments in the columns of one system: student, last day in school, grade. */
type Rows = readonly (readonly [student: string, lastDay: string, grade: string])[];

const edFi = (rows: Rows): readonly HandedIn[] => [
  ...ED_FI,
  [
    "studentSchoolAssociations.csv",
    lines(
      ED_FI_HEADER,
      ...rows.map(([id, lastDay, grade]) => `${id},901,2021-08-30,${lastDay},,${grade}`),
    ),
  ],
];
const focus = (rows: Rows): readonly HandedIn[] => [
  ...FOCUS,
  [
    "student_enrollment.csv",
    lines(
      FOCUS_HEADER,
      ...rows.map(([id, lastDay, grade]) => `${id},901,2021,2021-08-30,${lastDay},,${grade}`),
    ),
  ],
];

/** What is read of files on a day: the grades of all students, of those counted on a day, and how many have none. */
async function gradesOf(files: readonly HandedIn[], on: string, asOf: string) {
  const places = await freshPlaces();
  const { manifest } = await ingestFiles(places, files, { on });
  const stored = await conformedRows(places, manifest, "student");
  const records = await readSchool(
    ...([places.records, FERNHILL, manifest.schools[0]!] as const),
    ...([schoolYear(2022), availableIn(manifest)] as const),
  );
  return {
    all: Object.fromEntries(stored.map(({ student, grade }) => [student, grade])),
    counted: Object.fromEntries(
      clockCases(records, day(asOf)).map(({ record, clockCase }) => [
        record.student.student,
        clockCase.grade,
      ]),
    ),
    levels: manifest.gradeLevels,
  };
}

describe.each([
  ["Ed-Fi", edFi],
  ["Focus", focus],
])("grades from the enrollments of %s", (_system, filesOf) => {
  it("are those of students who left the day before the day, on it and after it", async () => {
    const rows: Rows = [
      ["1", "2022-03-14", "09"],
      ["2", "2022-03-15", "10"],
      ["3", "2022-03-16", "11"],
      ["4", "", "12"],
    ];
    const { all, counted, levels } = await gradesOf(filesOf(rows), "2022-03-15", "2022-03-15");
    expect(counted).toEqual({ 2: "10", 3: "11", 4: "12" });
    expect(all).toEqual({ 1: "09", 2: "10", 3: "11", 4: "12" });
    expect(levels).toEqual({ students: 4, unknown: 0 });
  });

  it.each([
    ["2022-06-09", { 1: "09", 2: "10" }],
    ["2022-06-10", { 1: "09", 2: "10" }],
    ["2022-06-11", {}],
  ])(
    "outlast the year's end, filled in for everybody and read in July, as of %s",
    async (asOf, who) => {
      const rows: Rows = [
        ["1", "2022-06-10", "09"],
        ["2", "2022-06-10", "10"],
      ];
      const { all, counted } = await gradesOf(filesOf(rows), "2022-07-15", asOf);
      expect(counted).toEqual(who);
      expect(all).toEqual({ 1: "09", 2: "10" });
    },
  );

  it("are not those of an enrollment that ended before it began", async () => {
    const rows: Rows = [
      ["1", "2021-08-29", "12"],
      ["2", "2021-08-30", "10"],
      ["3", "2021-08-31", "11"],
      ["4", "", ""],
    ];
    const { all, levels } = await gradesOf(filesOf(rows), "2022-03-15", "2022-03-15");
    expect(all).toEqual({ 2: "10", 3: "11", 4: null });
    expect(levels).toEqual({ students: 3, unknown: 1 });
  });
});
