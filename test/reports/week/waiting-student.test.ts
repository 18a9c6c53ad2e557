import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { waitingStudents } from "../../../functions/reports/week/waiting-student.ts";
import type { StudentRow } from "../../../functions/reports/students/students-table.ts";
import { requirementSummary } from "../../releases/mandate-rows.ts";
import { row, waits } from "./waiting-row.ts";

const AS_OF = day("2022-05-20");
const REQUIREMENTS = [
  requirementSummary({ id: "plan", name: "A plan is open", kind: "plan", thing: "Plan" }),
  requirementSummary({ id: "review", name: "Second review", kind: "recurring-review" }),
  requirementSummary({ id: "move", name: "Review of the move", kind: "transition-review" }),
];
const listed = (...rows: readonly StudentRow[]) => waitingStudents(rows, REQUIREMENTS, AS_OF);
const names = (...rows: readonly StudentRow[]) =>
  listed(...rows).map((student) => student.row.student);

describe("waitingStudents", () => {
  it("has those who need something, and nobody else", () => {
    expect(names(row("1"), row("2", waits("review", "overdue", "2022-05-02")))).toEqual(["2"]);
    const left = { ...waits("review", "overdue", "2022-05-02"), isEnrolled: false };
    expect(names(row("3", left))).toEqual([]);
  });

  it("has a student with several needs once, by the earliest of them", () => {
    const both = {
      ...waits("review", "due-soon", "2022-06-01"),
      ...waits("plan", "plan-missing", "2021-10-20"),
    };
    expect(listed(row("1", both))).toMatchObject([
      {
        dueOn: "2021-10-20",
        nextDueOn: "2022-06-01",
        needs: [
          { requirement: "plan", name: "Plan", needName: "Plan missing" },
          { requirement: "review", needName: "Review" },
        ],
      },
    ]);
  });

  it("says once that a review is overdue, and says so by name where no day does", () => {
    const [dated] = listed(row("1", waits("review", "overdue", "2022-05-02")));
    expect(dated).toMatchObject({
      because: "Overdue since May 2, 2022.",
      needs: [{ name: "Second review", needName: "Review", dueOn: "2022-05-02" }],
    });
    const [undated] = listed(row("1", waits("review", "overdue", null)));
    expect(undated?.needs[0]).toMatchObject({ needName: "Review overdue", dueOn: null });
  });

  it("puts first who moves, then who has no plan, then the longest overdue, then the next due", () => {
    expect(
      names(
        row("due", waits("review", "due-soon", "2022-05-21")),
        row("overdue", waits("review", "overdue", "2022-05-02")),
        row("long", waits("review", "overdue", "2022-01-06")),
        row("no plan", { ...waits("review", "no-plan", "2022-05-02"), hasOpenPlan: false }),
        row("entered", { ...waits("move", "overdue", "2021-11-09"), grade: "06" }),
        row("last year", { ...waits("move", "overdue", "2021-10-20"), grade: "12" }),
        row("leaves", { ...waits("move", "overdue", "2022-03-01"), grade: "08" }),
      ),
    ).toEqual(["leaves", "last year", "entered", "no plan", "long", "overdue", "due"]);
  });

  it.each([
    ["the day before", "2022-05-19", "overdue", "Overdue since May 19, 2022.", null],
    ["the day of the data", "2022-05-20", "due", "Due May 20, 2022.", "2022-05-20"],
    ["the day after", "2022-05-21", "due", "Due May 21, 2022.", "2022-05-21"],
  ])("says of what was due on %s why it is on the list", (_day, dueOn, group, because, next) => {
    const need = group === "due" ? "due-soon" : "overdue";
    expect(listed(row("1", waits("review", need, dueOn)))).toMatchObject([
      { group, because, nextDueOn: next },
    ]);
  });

  it("says all that brings a student to the top", () => {
    const given = { ...waits("move", "no-plan", "2022-03-01"), grade: "08", hasOpenPlan: false };
    expect(listed(row("1", given))[0]?.because).toBe(
      "Moves on after grade 8. No plan is open. Overdue since March 1, 2022.",
    );
    const entered = { ...waits("move", "overdue", "2021-11-09"), grade: "06" };
    expect(listed(row("1", entered))[0]?.because).toBe(
      "Entered grade 6 this year. Overdue since November 9, 2021.",
    );
  });

  it("says which reviews cannot start before there is a plan", () => {
    const given = {
      ...waits("review", "no-plan", "2022-05-02"),
      ...waits("plan", "plan-missing", "2021-10-20"),
      hasOpenPlan: false,
    };
    expect(listed(row("1", given))[0]?.needs).toMatchObject([
      { requirement: "plan", waitsForPlan: false },
      { requirement: "review", waitsForPlan: true },
    ]);
  });

  it("says that something was due in an earlier year where no record gives its day", () => {
    expect(listed(row("1", waits("review", "overdue", null)))[0]?.because).toBe(
      "Due in an earlier year.",
    );
  });

  it("has a student who has to have a plan and of whom nothing else is asked yet", () => {
    const problem = { recordProblems: "enrolled-without-plan@2022-03-01", hasOpenPlan: false };
    expect(listed(row("1", problem))).toMatchObject([
      { group: "no-plan", because: "No plan is open. Overdue since March 1, 2022." },
    ]);
    // What a registrar has to fix is nothing for the counselor.
    expect(names(row("2", { recordProblems: "wrong-school@2022-03-01" }))).toEqual([]);
  });
});
