import type { RequirementSummary } from "../../releases/manifest/mandate-summary.ts";
import { requirementColumns, type StudentRow } from "./students-table.ts";

/** A requirement that cannot be determined for any student whom it concerns. It names no student. */
export interface UndecidedRequirement {
  readonly requirement: string;
  readonly requirementName: string;
  /** Students for whom it cannot be determined. */
  readonly students: number;
  /** Which text or record would decide it, as the end of a sentence. */
  readonly wouldDecide: string;
}

/** Answers by which a requirement is met or missed. */
const DECIDED: ReadonlySet<unknown> = new Set([
  ...["met", "not-met"],
  ...["timely", "held-late", "not-held", "plan-missing"],
]);

/** The requirements in force that no record of these students decides for anybody, in the mandate's order. */
export const undecidedRequirements = (
  rows: readonly StudentRow[],
  requirements: readonly RequirementSummary[],
): readonly UndecidedRequirement[] =>
  requirements.flatMap(({ id, name, isInForce, wouldDecide }) => {
    const columns = requirementColumns(id);
    const isOpen = (row: StudentRow): boolean =>
      row[columns.status] === "not-determinable" ||
      // Without a calendar nobody knows when a review is due.
      (row[columns.status] === "not-yet-assessable" && row[columns.dueOn] === null);
    const students = rows.filter(isOpen).length;
    const isDecided = rows.some((row) => DECIDED.has(row[columns.status]));
    return isInForce && students > 0 && !isDecided
      ? [{ requirement: id, requirementName: name, students, wouldDecide }]
      : [];
  });
