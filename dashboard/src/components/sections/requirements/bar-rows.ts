import type { Dated } from "../../../../../functions/releases/due/due-between.ts";
import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";

/** One part of a bar of any question, in the columns that all of them have. */
export interface BarRow {
  readonly level: string;
  readonly school: string;
  readonly schoolName: string;
  readonly breakdown: string;
  readonly group: string;
  readonly groupName: string;
  readonly part: string;
  readonly partName: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly count?: number | null;
  readonly drawnOn: string | null;
  readonly state: string;
}

/** What the page asks: all reviews or all requirements together, an open plan, a requirement, or a transition. */
export interface Question {
  /** As the address has it. */
  readonly id: string;
  /** The name of a requirement or transition; null of the questions that the catalogue names. */
  readonly name: string | null;
  /** Which sort of parts its bars have. */
  readonly parts: "review" | "standing" | "plan" | "transition";
  /** The requirement whose rule it is; null of the others. */
  readonly requirement: string | null;
  /** The rates that say it over the year. */
  readonly rates: readonly { readonly measure: string; readonly group: string }[];
}

/** Every part of every bar of a question. */
export async function barRows(question: Question, edition: Edition): Promise<readonly BarRow[]> {
  const { id, requirement, parts } = question;
  switch (parts) {
    case "review":
      return (await edition.rows("statuses"))
        .filter((row) => row.requirement === (requirement ?? "all"))
        .map((row) => ({ ...row, part: row.status, partName: row.statusName }));
    case "standing":
      return (await edition.rows("standings"))
        .filter((row) => row.requirement === (requirement ?? "all"))
        .map((row) => ({ ...row, part: row.standing, partName: row.standingName }));
    case "plan":
      return answered(await edition.rows("answers"), "plan-coverage", null);
    case "transition":
      return answered(await edition.rows("answers"), "transition-coverage", requirement ?? id);
  }
}

/** A transition has a row for everybody of its grade, and no grades beside it. */
const answered = (
  rows: readonly RowsByTable["answers"][],
  measure: string,
  transition: string | null,
): readonly BarRow[] =>
  rows
    .filter((row) => row.measure === measure && (transition === null || row.group === transition))
    .map((row) => ({
      ...row,
      ...(transition === null ? {} : { breakdown: "all", group: "all" }),
      part: row.answer,
      partName: row.answerName,
    }));

/** Rows that belong together, in the order in which the keys first occur. */
export function inGroups<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly [Row, ...Row[]])[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** What the bars of a question count, and the day of the counts of one of them. */
export function datedBar({ parts, requirement }: Question, rows: readonly BarRow[]): Dated {
  const drawnOn = rows.find(({ state }) => state === "shown")?.drawnOn ?? null;
  // No due day changes whether a plan is open.
  const isOfOne = requirement !== null && parts !== "plan";
  return isOfOne
    ? { measure: "requirement-met", group: requirement, drawnOn }
    : { measure: TOGETHER[parts], group: "all", drawnOn };
}

const TOGETHER: { readonly [parts in Question["parts"]]: string } = {
  review: "review-timeliness",
  standing: "requirements-met",
  plan: "plan-coverage",
  transition: "transition-coverage",
};
