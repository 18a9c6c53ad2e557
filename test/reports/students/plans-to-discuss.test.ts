import { describe, expect, it } from "vitest";
import {
  plansToDiscuss,
  reasonsText,
} from "../../../functions/reports/students/plans-to-discuss.ts";
import type { StudentRow } from "../../../functions/reports/students/students-table.ts";
import { row } from "../week/waiting-row.ts";

const discussed = (...rows: readonly StudentRow[]): readonly string[] =>
  plansToDiscuss(rows).map(
    ({ row: { student }, reasons }) => `${student}: ${reasonsText(reasons)}`,
  );

describe("the plans that most need a conversation", () => {
  it("are at most three, those with the most reasons first", () => {
    expect(
      discussed(
        row("1", { conversation: "no-steps" }),
        row("2", { conversation: "plan-unchanged;goals-shared" }),
        row("3", { conversation: "steps-overdue;plan-unchanged;domains-missing" }),
        row("4", { conversation: "domains-missing;goals-shared" }),
      ),
    ).toEqual([
      "3: steps-overdue;plan-unchanged;domains-missing",
      "2: plan-unchanged;goals-shared",
      "4: domains-missing;goals-shared",
    ]);
  });

  it("are of equally many reasons those with the weightiest, then those not touched for longest", () => {
    expect(
      discussed(
        row("1", { conversation: "no-steps", lastTouchedOn: "2021-09-01" }),
        row("2", { conversation: "steps-overdue", lastTouchedOn: "2022-01-10" }),
        row("3", { conversation: "steps-overdue", lastTouchedOn: "2022-01-09" }),
        row("4", { conversation: "steps-overdue", lastTouchedOn: null }),
      ),
    ).toEqual(["4: steps-overdue", "3: steps-overdue", "2: steps-overdue"]);
  });

  it("do not depend on the order of students", () => {
    const rows = ["1", "2", "3", "4"].map((student) => row(student, { conversation: "no-goals" }));
    expect(discussed(...rows)).toEqual(["1: no-goals", "2: no-goals", "3: no-goals"]);
    expect(discussed(...rows.toReversed())).toEqual(discussed(...rows));
  });

  it("are none where there is no reason, nobody noted any, or the student has left", () => {
    expect(
      discussed(
        row("1"),
        row("2", { conversation: null }),
        row("3", { conversation: "no-goals", isEnrolled: false }),
      ),
    ).toEqual([]);
  });
});
