import {
  type GroupSummary,
  groupSummary,
} from "../../functions/statistics/differences/group-summary.ts";
import { expectKind } from "./expect-kind.ts";
import { momentsOfStudents, students } from "./fixture.ts";

const summaryOf = (plan: number, column: number): GroupSummary =>
  expectKind(
    groupSummary(momentsOfStudents(students.filter((student) => student.plan === plan)), column),
    "group-summary",
  );

/** A column among the fixture's students with and without a plan. */
export const withPlan = (column: number): GroupSummary => summaryOf(1, column);
export const withoutPlan = (column: number): GroupSummary => summaryOf(0, column);

export const noSpread: GroupSummary = {
  kind: "group-summary",
  n: 12,
  mean: 0.9,
  standardDeviation: 0,
};
