import type { RequirementSummary } from "../releases/mandate-summary.ts";
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

/** Answers that tell neither for nor against anybody: it does not apply, or not now. */
const NOT_CONCERNED: ReadonlySet<unknown> = new Set(["", "not-applicable", "exempt"]);

/** The requirements in force that no record of these students decides for anybody, in the mandate's order. */
export const undecidedRequirements = (
  rows: readonly StudentRow[],
  requirements: readonly RequirementSummary[],
): readonly UndecidedRequirement[] =>
  requirements.flatMap(({ id, name, isInForce, wouldDecide }) => {
    const columns = requirementColumns(id);
    const concerned = rows.filter((row) => !NOT_CONCERNED.has(row[columns.status]));
    const isOpenForAll = concerned.every(
      (row) =>
        row[columns.status] === "not-determinable" ||
        // Without a calendar nobody knows when a review is due.
        (row[columns.status] === "not-yet-assessable" && row[columns.dueOn] === null),
    );
    return isInForce && concerned.length > 0 && isOpenForAll
      ? [{ requirement: id, requirementName: name, students: concerned.length, wouldDecide }]
      : [];
  });
