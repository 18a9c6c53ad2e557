import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { digestLines } from "../../../functions/reports/digest/digest-lines.ts";
import type { StudentRow } from "../../../functions/reports/students/students-table.ts";
import { requirementSummary } from "../../releases/mandate-rows.ts";
import { row, waits } from "../week/waiting-row.ts";

const REQUIREMENTS = [requirementSummary({ id: "review", name: "Second review" })];
const MONDAY = day("2022-05-23");
const rows = (asOf: string, ...all: readonly StudentRow[]) => ({
  ...{ asOf: day(asOf), requirements: REQUIREMENTS, rows: all },
});
/** Of whom nothing is to be done. */
const idle = (student: string, given: { readonly [column: string]: string | boolean } = {}) =>
  row(student, { ...waits("review", "", null), ...given });
const overdue = (student: string) => row(student, waits("review", "overdue", "2022-05-02"));
const lines = (now: ReturnType<typeof rows>, before: ReturnType<typeof rows> | null = null) =>
  digestLines({ caseload: "K-1" }, MONDAY, now, before).map(({ text }) => text);

describe("digestLines", () => {
  it("has a line per thing that somebody waits for, each with the list of exactly these", () => {
    const now = rows("2022-05-20", overdue("1"), idle("2", { hasOpenPlan: false }), idle("3"));
    expect(digestLines({ caseload: "K-1" }, MONDAY, now, null)).toEqual([
      {
        text: "Second review: overdue for 1 student",
        query: "caseload=K-1&requirement=review&due=overdue",
      },
      { text: "1 student without a plan", query: "caseload=K-1&plan=none" },
    ]);
  });

  it("says of a missing plan that the plan is overdue, and not that one is open", () => {
    const plan = requirementSummary({
      id: "plan",
      name: "A plan is open",
      kind: "plan",
      thing: "Plan",
    });
    const missing = row("1", waits("plan", "plan-missing", "2021-10-20"));
    const now = { ...rows("2022-05-20", missing), requirements: [plan] };
    expect(lines(now)[0]).toBe("Plan: overdue for 1 student");
  });

  it.each([
    ["the Sunday before", "2022-05-22", []],
    ["its Monday", "2022-05-23", ["Second review: due this week for 1 student"]],
    ["its Sunday", "2022-05-29", ["Second review: due this week for 1 student"]],
    ["the Monday after", "2022-05-30", []],
  ])("says what is due in the week, of what is due on %s", (_day, dueOn, week) => {
    const now = rows("2022-05-20", row("1", waits("review", "due-soon", dueOn)));
    expect(lines(now)).toEqual([...week, "Due within 30 days: something for 1 student"]);
  });

  it.each([
    [1, "Second review: overdue for 2 students (1 more than on May 13, 2022)"],
    [2, "Second review: overdue for 2 students (as on May 13, 2022)"],
    [4, "Second review: overdue for 2 students (2 fewer than on May 13, 2022)"],
  ])("says what has changed since the week before, when there were %s", (earlier, text) => {
    const before = Array.from({ length: earlier }, (_, place) => overdue(String(place)));
    expect(
      lines(rows("2022-05-20", overdue("1"), overdue("2")), rows("2022-05-13", ...before)),
    ).toEqual([text]);
  });

  it("counts for a school those without a counselor, and those of the school alone", () => {
    const alone = idle("1", { counselor: "", caseload: "" });
    const elsewhere = idle("2", { school: "B", counselor: "", caseload: "" });
    const now = rows("2022-05-20", alone, elsewhere);
    expect(digestLines({ school: "A" }, MONDAY, now, null)).toEqual([
      {
        text: "1 student without a counselor",
        query: "school=A&counselor=&requirement=all",
      },
    ]);
  });
});
