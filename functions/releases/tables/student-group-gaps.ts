import type { Figure } from "../../domain/figures/figure.ts";
import { dueBetween, dueDaysOf, type Counted, type DueCalendar } from "../due/due-between.ts";
import { gapBetween, possibleShare } from "./gaps.ts";
import type { StudentGroupKey } from "./student-groups.ts";

type Row = StudentGroupKey & Figure;
/** A rate's row, as far as a gap asks: the share of all students of a place. */
type Whole = Pick<Row, "measure" | "level" | "school"> &
  Figure & { readonly breakdown: string; readonly group: string };

/**
 * The same rows, each with the gap to the share it is compared with: from what is shown of both and
 * nothing else. Where something that is counted fell due between the counts of the two, there is no
 * gap: it could be a difference of dates alone. The groups of a measure at a place are taken together, so that many rows can be made
 * one after another.
 */
export function* withGaps<R extends Row>(
  rows: Iterable<R>,
  rates: readonly Whole[],
  held: Held,
): Generator<R & GapColumns> {
  const wholes = new Map(
    rates
      .filter(({ breakdown, group }) => breakdown === "transition" || group === "all")
      .map((row) => [
        shareKey({ ...row, requirement: row.breakdown === "transition" ? row.group : "" }),
        row,
      ]),
  );
  for (const groups of ofOneShare(rows)) {
    const [first] = groups;
    yield* gapsOf(groups, first && wholes.get(shareKey(first)), held);
  }
}

/** The day of the edition, and the due days across which figures that are held are not compared. */
export interface Held {
  readonly asOf: string;
  readonly mandate: DueCalendar;
}

type GapColumns = {
  readonly gapLow: number | null;
  readonly gapHigh: number | null;
  readonly gap: string;
};

const NO_GAP = { gapLow: null, gapHigh: null, gap: "" } as const;

function* gapsOf<R extends Row>(
  groups: readonly R[],
  whole: Whole | undefined,
  { asOf, mandate }: Held,
): Generator<R & GapColumns> {
  const shown = new Map(groups.map((row) => [`${row.division}/${row.group}`, row]));
  const sent = new Set(
    groups.filter(({ state }) => state !== "not-applicable").map(({ division }) => division),
  );
  const [first] = groups;
  const due = first === undefined ? [] : dueDaysOf(mandate, countedBy(first));
  for (const row of groups) {
    const { division, comparedWith, measure, level } = row;
    const other = comparedWith === "all" ? whole : shown.get(`${division}/${comparedWith}`);
    const possible = (of: Figure) => possibleShare(of, measure, asOf);
    const isCompared = other !== undefined && dueBetween(due, row.drawnOn, other.drawnOn) === null;
    const between = isCompared ? gapBetween(possible(row), possible(other)) : null;
    const { gapLow, gapHigh, gap } = between ?? NO_GAP;
    // A division in none of whose groups anybody is: nobody sent it.
    const isSilent = level === "district" && !sent.has(division);
    yield { gapLow, gapHigh, gap, ...row, ...(isSilent && { state: "not-enough-data" }) };
  }
}

/** The transition whose students a row counts, or everything that its measure asks for. */
export const countedBy = ({
  measure,
  requirement,
}: Pick<Row, "measure" | "requirement">): Counted => ({ measure, group: requirement || "all" });

/** The groups that divide the students of one share: they follow each other in the table. */
function* ofOneShare<R extends Row>(rows: Iterable<R>): Generator<readonly R[]> {
  let groups: R[] = [];
  for (const row of rows) {
    const [first = row] = groups;
    const isSame =
      first.measure === row.measure &&
      first.level === row.level &&
      first.school === row.school &&
      first.requirement === row.requirement;
    if (!isSame) {
      yield groups;
      groups = [];
    }
    groups.push(row);
  }
  yield groups;
}

const shareKey = ({
  measure,
  level,
  school,
  requirement,
}: Pick<Row, "measure" | "level" | "school" | "requirement">): string =>
  `${measure}\u0000${level}\u0000${school}\u0000${requirement}`;
