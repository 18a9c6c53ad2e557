import { groupAnswerWords as words, type GapSaid } from "../../../words/group-answer.js";
import { isShown } from "../../../words/formats/shares.js";
import type { AskedGroups } from "./group-row.ts";
import { certainPoints, gapsInOrder, isCertain, type GapRow } from "./gaps-in-order.js";

const MOST_GAPS = 3;
/**
 * A sentence about fewer students would describe chance rather than a group. The table has every
 * group.
 */
const FEWEST_STUDENTS = 20;

/** Which groups differ for certain in the measure and at the place that the reader chose, the widest gap first. */
export function groupAnswer(
  { what, level, schoolName, rows }: AskedGroups,
  asOf: string,
): readonly string[] {
  const of = (sentence: string): string =>
    words.of(what, level === "school" ? schoolName : null, sentence);
  if (!rows.some(isShown)) {
    const isSmall = rows.some(({ state }) => state === "too-few-students" || state === "left-out");
    return [of(isSmall ? words.tooSmall : words.notComparable)];
  }
  const certain = gapsInOrder(rows)
    .filter(isCertain)
    .filter(({ n }) => (n ?? 0) >= FEWEST_STUDENTS)
    .flatMap((row) => gapSaid(row, asOf) ?? []);
  const [first, ...rest] = certain.slice(0, MOST_GAPS);
  if (first === undefined) return [of(words.noneCertain)];
  const others = certain.length - MOST_GAPS;
  return [
    of(words.gap(first)),
    ...rest.map(words.gap),
    ...(others > 0 ? [words.more(others)] : []),
  ];
}

/** Null where the two are the same, or where a share is not shown. */
function gapSaid(row: GapRow, asOf: string): GapSaid | null {
  const { division, group, groupName, comparedWith, comparedWithName, gap, band, drawnOn } = row;
  if ((gap !== "higher" && gap !== "lower") || !isShown(row)) return null;
  return {
    group: { division, group, name: groupName },
    share: { low: row.low, high: row.high },
    points: certainPoints(row),
    isExact: band === null,
    gap,
    comparedWith: { division, group: comparedWith, name: comparedWithName },
    heldOn: drawnOn === asOf ? null : drawnOn,
  };
}
