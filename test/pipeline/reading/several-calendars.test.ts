import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { attendanceDays } from "../../../functions/metrics/students/attendance-days.ts";
import { availableIn } from "../../../functions/conformed/availability.ts";
import { readSchool } from "../../../functions/pipeline/measure/read-school.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import { FERNHILL, ingestFiles, lines, type HandedIn } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const ED_FI_SCHOOLS: HandedIn = [
  "educationOrganizations.csv",
  lines(
    "id,type,nameOfInstitution,localEducationAgencyId",
    "900,LocalEducationAgency,Fern ISD,",
    "901,School,Fern High,900",
  ),
];
const ED_FI_STUDENTS: HandedIn = [
  "students.csv",
  lines(
    "studentUniqueId,firstName,middleName,lastSurname,birthDate",
    ...["1", "2", "3"].map((id) => `${id},Given${id},,Family${id},2007-03-01`),
  ),
];

/** Days enrolled and absent of each student until the end of the year, and the days of the school. */
async function daysBy(files: readonly HandedIn[]) {
  const places = await freshPlaces();
  const { manifest } = await ingestFiles(places, files);
  const year = schoolYear(2022);
  const school = manifest.schools.find(({ id }) => id === "901" || id === "101")!;
  const read = await readSchool(places.records, FERNHILL, school, year, availableIn(manifest));
  const counted = read.students.map((record) => {
    const days = attendanceDays(record, read.calendars, day("2021-07-01"), day("2022-06-30"));
    return [record.student.student, days.enrolledDays, days.absentDays];
  });
  const calendar = await conformedRows(places, manifest, "calendar");
  return {
    counted,
    calendar: calendar.map(({ on, calendars }) => [on, calendars]),
    absencesOutside: manifest.absencesOutside,
    file: (name: string) => manifest.files.find((file) => file.name === name),
  };
}

describe("a school with several calendars", () => {
  const calendarDates = (...rows: readonly string[]): HandedIn => [
    "calendarDates.csv",
    lines("schoolId,calendarCode,date,calendarEvent", ...rows),
  ];
  const DAYS = [
    "901,A,2021-09-01,Instructional day",
    "901,A,2021-09-02,Instructional day",
    "901,A,2021-09-03,Holiday",
    "901,B,2021-09-01,Instructional day",
    "901,B,2021-09-02,Non-instructional day",
    "901,B,2021-09-03,Instructional day",
    "901,B,2021-09-06,Instructional day",
  ];
  const enrollments: HandedIn = [
    "studentSchoolAssociations.csv",
    lines(
      "studentUniqueId,schoolId,entryDate,exitWithdrawDate,entryGradeLevelDescriptor,calendarCode",
      "1,901,2021-08-30,,Ninth grade,A",
      "2,901,2021-08-30,,Ninth grade,B",
      "3,901,2021-08-30,,Ninth grade,",
    ),
  ];
  const absences: HandedIn = [
    "daily_attendance.csv",
    lines("student_id,date,status", ...["1", "2", "3"].map((id) => `${id},2021-09-02,absent`)),
  ];

  it.each([
    ["as sent", DAYS],
    ["the other way round", DAYS.toReversed()],
  ])("counts each student by the calendar of the enrollment: %s", async (_order, rows) => {
    const days = await daysBy([
      ...[ED_FI_SCHOOLS, ED_FI_STUDENTS, calendarDates(...rows), enrollments, absences],
    ]);
    expect(days.calendar).toEqual([
      ["2021-09-01", null],
      ["2021-09-02", "A"],
      ["2021-09-03", "B"],
      ["2021-09-06", "B"],
    ]);
    // Who names no calendar is there on every day on which the school is in session.
    expect(days.counted).toEqual([
      ["1", 2, 1],
      ["2", 3, 0],
      ["3", 4, 1],
    ]);
    expect(days.absencesOutside).toBe(1);
    expect(days.file("calendarDates.csv")).toMatchObject({ accepted: 7, contradicted: 0 });
  });

  it("takes all days of the school where an enrollment names a calendar that it does not have", async () => {
    const other: HandedIn = [
      enrollments[0],
      String(enrollments[1]).replace("Ninth grade,A", "Ninth grade,Z"),
    ];
    const days = await daysBy([
      ...[ED_FI_SCHOOLS, ED_FI_STUDENTS, calendarDates(...DAYS), other, absences],
    ]);
    expect(days.counted[0]).toEqual(["1", 4, 1]);
  });

  it("is in session where one of two records of one calendar and day says so, and tells of the other", async () => {
    const twice = [...DAYS, "901,A,2021-09-03,Instructional day"];
    for (const rows of [twice, twice.toReversed()]) {
      const days = await daysBy([
        ...[ED_FI_SCHOOLS, ED_FI_STUDENTS, calendarDates(...rows), enrollments, absences],
      ]);
      expect(days.counted[0]).toEqual(["1", 3, 1]);
      expect(days.file("calendarDates.csv")).toMatchObject({ accepted: 7, contradicted: 1 });
    }
  });

  it.each([
    ["Instructional day", true],
    ["Instructional day;Teacher only day", true],
    ["Teacher only day;Instructional day", true],
    ['"Instructional day, Student late arrival/early dismissal"', true],
    [
      "uri://ed-fi.org/CalendarEventDescriptor#Instructional day;uri://ed-fi.org/CalendarEventDescriptor#Holiday",
      true,
    ],
    [
      "uri://ed-fi.org/CalendarEventDescriptor#Holiday|uri://ed-fi.org/CalendarEventDescriptor#Instructional day",
      true,
    ],
    ["Holiday;Non-instructional day", false],
  ])("is in session on a day whose events are %s: %s", async (events, isInSession) => {
    const days = await daysBy([
      ...[ED_FI_SCHOOLS, ED_FI_STUDENTS, enrollments, absences],
      calendarDates(`901,,2021-09-02,${events}`, "901,,2021-09-03,Instructional day"),
    ]);
    expect(days.calendar.map(([on]) => on)).toEqual(
      isInSession ? ["2021-09-02", "2021-09-03"] : ["2021-09-03"],
    );
    expect(days.file("calendarDates.csv")).toMatchObject({ accepted: 2, rejected: 0 });
  });

  it.each([
    ["Instructional day;Fair", { accepted: 2, rejected: 0, setAside: 1 }],
    ["Holiday;Fair", { accepted: 1, rejected: 1 }],
    ["Fair", { accepted: 1, rejected: 1 }],
  ])("judges each event of a day whose events are %s", async (events, counts) => {
    const days = await daysBy([
      ...[ED_FI_SCHOOLS, ED_FI_STUDENTS, enrollments, absences],
      calendarDates(`901,,2021-09-02,${events}`, "901,,2021-09-03,Instructional day"),
    ]);
    expect(days.file("calendarDates.csv")).toMatchObject(counts);
  });

  it("of PowerSchool follows the track of each student", async () => {
    const days = await daysBy([
      [
        "schools.text",
        "school_number\tname\tabbreviation\tlow_grade\thigh_grade\n101\tVantage High\tVPH\t9\t12\n",
      ],
      [
        "students.text",
        lines(
          "id\tdcid\tstudent_number\tfirst_name\tlast_name\tgrade_level\tschoolid\tentrydate\texitdate\tenroll_status\ttrack",
          "1\t11\t001\tA\tB\t9\t101\t08/30/2021\t06/11/2022\t0\tA",
          "2\t12\t002\tA\tB\t9\t101\t08/30/2021\t06/11/2022\t0\tB",
          "3\t13\t003\tA\tB\t9\t101\t08/30/2021\t06/11/2022\t0\t",
        ),
      ],
      [
        "calendar_day.text",
        lines(
          "schoolid\tdate_value\tinsession\tmembershipvalue\ta\tb",
          "101\t09/01/2021\t1\t1\t1\t1",
          "101\t09/02/2021\t1\t1\t1\t0",
          "101\t09/03/2021\t1\t1\t0\t1",
          "101\t09/06/2021\t0\t0\t1\t1",
        ),
      ],
    ]);
    expect(days.counted).toEqual([
      ["1", 2, 0],
      ["2", 2, 0],
      ["3", 3, 0],
    ]);
  });
});
