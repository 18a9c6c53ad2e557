import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { worklistText } from "../../../functions/cli/text/worklist-text.ts";
import { worklistSheet } from "../../../functions/reports/worklist/worklist-csv.ts";
import { spreadsheetCsv } from "../../../functions/reports/spreadsheet-csv.ts";
import { worklistIcs } from "../../../functions/reports/worklist/worklist-ics.ts";
import type { StudentRow } from "../../../functions/reports/students/students-table.ts";
import { worklistEntries } from "../../../functions/reports/worklist/worklist-entries.ts";
import { requirementSummary } from "../../releases/mandate-rows.ts";

const csvOf = (entries: Parameters<typeof worklistSheet>[0]): string =>
  spreadsheetCsv(worklistSheet(entries));

const AS_OF = day("2022-03-15");

/** Maren of grade 7, of whom nothing is to be done. */
const row = (given: { readonly [column: string]: string | null } = {}): StudentRow => ({
  ...{ student: "0042", familyName: "Alderwick", givenName: "Maren", grade: "07" },
  ...{ school: "A", schoolName: "North", counselor: "K-1", caseload: "K-1" },
  ...{
    isEnrolled: true,
    isUnderMandate: true,
    hasOpenPlan: true,
    requirements: "met",
    reviews: "on-time",
  },
  ...{ nextStep: "", nextStepNeed: "", nextStepDueOn: null, whoActs: "", lastReviewOn: null },
  ...{ onTrack: "no-steps", actionStepDueOn: null, actionStepArea: "", actionStepOwner: "" },
  ...{ conversation: "", lastTouchedOn: null, daysBetweenTouches: null, sharedTexts: "" },
  ...{ enrolledDays: 120, absentDays: 0, isChronicallyAbsent: false, raceEthnicity: "", sex: "" },
  ...{ englishLearner: "", disability: "", economicStatus: "", homeless: "", section504: "" },
  recordProblems: "",
  ...given,
});
const review = (need: string, dueOn: string | null) => ({
  "annual-review.status": "not-held",
  "annual-review.dueOn": dueOn,
  "annual-review.need": need,
  "annual-review.because": need === "" ? "" : "No review was held.",
});
const entries = (...rows: readonly StudentRow[]) =>
  worklistEntries(rows, [requirementSummary()], AS_OF);

describe("worklistEntries", () => {
  it("has an entry for each need of a student, with rule and citation", () => {
    expect(entries(row(review("overdue", "2022-01-07")))).toEqual([
      {
        ...{ student: "0042", givenName: "Maren", familyName: "Alderwick", grade: "07" },
        ...{ school: "A", schoolName: "North", counselor: "K-1" },
        ...{ requirement: "annual-review", requirementName: "Yearly review" },
        rule: "The plan is reviewed at least once a year.",
        citation: "704 KAR 3:305 s.2",
        ...{ status: "not-held", need: "overdue", owner: "counselor", sinceOn: null },
        needName: "Review overdue",
        ...{ dueOn: "2022-01-07", daysLeft: -67, because: "No review was held.", asOf: AS_OF },
      },
    ]);
  });

  it.each([
    ["2022-03-14", -1],
    ["2022-03-15", 0],
    ["2022-04-14", 30],
    [null, null],
  ])("counts the days left until %s: %s", (dueOn, daysLeft) => {
    expect(entries(row(review("due-soon", dueOn)))).toMatchObject([{ dueOn, daysLeft }]);
  });

  it("calls pending what is due soon, and no more once it is late", () => {
    const standing = (need: string) =>
      row({ ...review(need, "2022-03-15"), "annual-review.status": "not-applicable" });
    const list = entries(standing("due-soon"));
    expect(list).toMatchObject([{ status: "pending" }]);
    expect(csvOf(list)).toMatch(/,due-soon,pending,2022-03-15,/);
    expect(worklistIcs(list, (text) => text)).not.toContain("not-applicable");
    expect(worklistText(list, 1, "")).toMatch(/ pending +counselor\n/);
    expect(entries(row(review("overdue", "2022-03-14")))).toMatchObject([{ status: "not-held" }]);
  });

  it("says what is missing in the words of the requirement", () => {
    const signed = requirementSummary({ kind: "assent", thing: "Approval" });
    const [entry] = worklistEntries([row(review("signature-missing", null))], [signed], AS_OF);
    expect(entry).toMatchObject({ need: "signature-missing", needName: "Approval missing" });
  });

  it("has none of a student who waits for nothing, or whose rule the mandate has no more", () => {
    expect(entries(row(review("", "2022-01-07")))).toEqual([]);
    expect(entries(row())).toEqual([]);
    expect(worklistEntries([row(review("overdue", null))], [], AS_OF)).toEqual([]);
  });

  it("has an entry for each record to fix, by who can fix it and since when", () => {
    const problems = "wrong-school@2022-01-10;duplicate-identity@2021-09-06";
    expect(entries(row({ recordProblems: problems }))).toMatchObject([
      {
        requirement: "record-wrong-school",
        requirementName: "Plan at another school",
        rule: "Have the platform import the roster again.",
        ...{ citation: "", status: "", need: "fix-record", owner: "vendor" },
        ...{ sinceOn: "2022-01-10", dueOn: null, daysLeft: null, asOf: AS_OF },
        because: "The plan platform has the student at a different school than the roster.",
      },
      { requirement: "record-duplicate-identity", owner: "registrar", sinceOn: "2021-09-06" },
    ]);
  });

  it("keeps the order of rows, requirements and records", () => {
    const requirements = [requirementSummary({ id: "plan" }), requirementSummary()];
    const first = row({
      ...review("overdue", null),
      ...{ "plan.need": "no-plan", "plan.status": "not-met", "plan.dueOn": null },
      recordProblems: "wrong-grade@2022-01-10",
    });
    const entries = worklistEntries(
      [first, row({ ...review("overdue", null), student: "0001" })],
      requirements,
      AS_OF,
    );
    expect(entries.map(({ student, requirement }) => [student, requirement])).toEqual([
      ["0042", "plan"],
      ["0042", "annual-review"],
      ["0042", "record-wrong-grade"],
      ["0001", "annual-review"],
    ]);
  });
});
