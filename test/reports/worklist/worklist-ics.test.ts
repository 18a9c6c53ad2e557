import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { escaped, folded } from "../../../functions/reports/worklist/calendar-lines.ts";
import {
  worklistIcs,
  type WorklistEvent,
} from "../../../functions/reports/worklist/worklist-ics.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);
const event = (given: Partial<WorklistEvent> = {}): WorklistEvent => ({
  school: "A",
  schoolName: "School A, north",
  student: "0042",
  familyName: "Alderwick",
  givenName: "Maren",
  grade: "07",
  counselor: "K-1",
  requirement: "review-1",
  requirementName: "First review",
  rule: "The plan is reviewed; once.",
  citation: "A rule",
  need: "overdue",
  status: "not-held",
  dueOn: "2021-12-31",
  daysLeft: -74,
  because: "No review was held.",
  owner: "counselor",
  sinceOn: null,
  asOf: "2022-03-15",
  ...given,
});
const unfolded = (ics: string): readonly string[] => ics.replaceAll("\r\n ", "").split("\r\n");

describe("the worklist as a calendar", () => {
  it("has an event of a whole day for each due day, the end being the day after", () => {
    expect(unfolded(worklistIcs([event()], hash))).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//ILP Observatory//Worklist//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      `UID:${hash("A\u00000042\u0000review-1")}@worklist.ilp-observatory`,
      "DTSTAMP:20220315T000000Z",
      "DTSTART;VALUE=DATE:20211231",
      "DTEND;VALUE=DATE:20220101",
      "SUMMARY:Overdue: First review: Maren Alderwick (0042)",
      "LOCATION:School A\\, north",
      "DESCRIPTION:No review was held.\\nThe plan is reviewed\\; once.\\nA rule",
      "CLASS:CONFIDENTIAL",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("leaves out what has no due day, and is a calendar still where nothing has", () => {
    const ics = worklistIcs([event({ dueOn: null, need: "fix-record" })], hash);
    expect(ics).not.toContain("VEVENT");
    expect(ics.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("names no student in an identifier, and keeps it when the due day moves", () => {
    const idOf = (given: Partial<WorklistEvent>) =>
      /^UID:(.*)$/m.exec(worklistIcs([event(given)], hash))?.[1];
    expect(idOf({})).not.toMatch(/0042|Maren|Alderwick/);
    expect(idOf({ dueOn: "2022-02-01", need: "due-soon" })).toBe(idOf({}));
    expect(idOf({ requirement: "review-2" })).not.toBe(idOf({}));
  });
});

describe("a line of a calendar", () => {
  it("is folded after 75 octets, never inside a character", () => {
    const line = `SUMMARY:${"é😀".repeat(40)}`;
    const pieces = folded(line).split("\r\n");
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
    expect(pieces.join("\r\n").replaceAll("\r\n ", "")).toBe(line);
    expect(folded("x".repeat(75))).toBe("x".repeat(75));
  });

  it("cannot be ended by what a name holds", () => {
    expect(escaped("a\r\nEND:VEVENT\u0007\\;,")).toBe("a\\nEND:VEVENT\\\\\\;\\,");
  });
});
