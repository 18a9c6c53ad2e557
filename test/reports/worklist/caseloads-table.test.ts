import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { caseloadsIcs, type DueEntry } from "../../../functions/reports/worklist/caseloads-ics.ts";
import { caseloadsSheet } from "../../../functions/reports/worklist/caseloads-table.ts";
import type { Caseload } from "../../../functions/reports/worklist/caseloads.ts";
import { spreadsheetCsv } from "../../../functions/reports/spreadsheet-csv.ts";
import { WORKLIST_NEEDS } from "../../../functions/metrics/questions/worklist-needs.ts";

const caseload = (counselor: string, nextDueOn: string | null, ...counts: number[]): Caseload => ({
  ...{ school: "A", schoolName: "École A", counselor, students: 7, nextDueOn },
  entries: Object.fromEntries(
    WORKLIST_NEEDS.map((need, index) => [need, counts[index] ?? 0]),
  ) as Caseload["entries"],
});

const TWO = [
  caseload("", null, 1, 2, 3, 4, 5, 6, 7, 8),
  caseload("K-1", "2022-03-31", 0, 0, 0, 0, 0, 1),
];

describe("the caseloads as a spreadsheet", () => {
  it("have a line per school and counselor, every need a column", () => {
    expect(spreadsheetCsv(caseloadsSheet(TWO))).toBe(
      "\uFEFFschool,counselor,students,overdue,planMissing,contentMissing,signatureMissing,recordMissing,dueSoon,noPlan,fixRecord,nextDueOn\r\n" +
        "École A,,7,1,2,3,4,5,6,7,8,\r\n" +
        "École A,K-1,7,0,0,0,0,0,1,0,0,2022-03-31\r\n",
    );
  });
});

const due = (student: string, counselor: string, given: Partial<DueEntry> = {}): DueEntry => ({
  ...{ student, counselor, school: "A", schoolName: "École A" },
  ...{ requirementName: "Second review", need: "due-soon", dueOn: day("2022-03-31") },
  ...given,
});
const calendar = (...entries: readonly DueEntry[]) =>
  caseloadsIcs(
    entries,
    "2022-03-15",
    (text) => text.replaceAll("\u0000", "-"),
    (id) => (id === "K-1" ? "A. Rivera" : id),
  );

describe("the caseloads as a calendar", () => {
  it("have an event for each counselor and due day ahead, and name no student", () => {
    const both = [due("1", "K-1"), due("1", "K-1", { requirementName: "Goals" }), due("2", "K-1")];
    expect(calendar(...both).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//ILP Observatory//Worklist//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      "UID:A-K-1-2022-03-31@caseloads.ilp-observatory",
      "DTSTAMP:20220315T000000Z",
      "DTSTART;VALUE=DATE:20220331",
      "DTEND;VALUE=DATE:20220401",
      "SUMMARY:Due for 2 students: A. Rivera",
      "LOCATION:École A",
      "DESCRIPTION:Goals: 1 student\\nSecond review: 2 students",
      "CLASS:CONFIDENTIAL",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("have an event per due day, in order, and none for what is past", () => {
    const days = calendar(
      due("1", "K-1", { dueOn: day("2022-04-04") }),
      due("2", "K-1"),
      due("3", "K-1", { need: "overdue", dueOn: day("2022-03-01") }),
      due("4", ""),
    ).match(/^(?:DTSTART|SUMMARY).*$/gm);
    expect(days).toEqual([
      "DTSTART;VALUE=DATE:20220331",
      "SUMMARY:Due for 1 student: students without a counselor",
      "DTSTART;VALUE=DATE:20220331",
      "SUMMARY:Due for 1 student: A. Rivera",
      "DTSTART;VALUE=DATE:20220404",
      "SUMMARY:Due for 1 student: A. Rivera",
    ]);
  });
});
