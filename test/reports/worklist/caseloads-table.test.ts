import { describe, expect, it } from "vitest";
import { caseloadsIcs } from "../../../functions/reports/worklist/caseloads-ics.ts";
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

describe("the caseloads as a calendar", () => {
  it("have an event for each counselor for whom something is still to come, and name no student", () => {
    expect(
      caseloadsIcs(TWO, "2022-03-15", (text) => text.replace("\u0000", "-")).split("\r\n"),
    ).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//ILP Observatory//Worklist//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      "UID:A-K-1@caseloads.ilp-observatory",
      "DTSTAMP:20220315T000000Z",
      "DTSTART;VALUE=DATE:20220331",
      "DTEND;VALUE=DATE:20220401",
      "SUMMARY:Next due: counselor K-1",
      "LOCATION:École A",
      "DESCRIPTION:7 students wait\\; due soon: 1",
      "CLASS:CONFIDENTIAL",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });
});
