import { isShown, shareInWords } from "../words/share-words.ts";
import type { StudentGroupRow } from "../tables/tables.ts";

/** The measures in the sentence, in this order where gaps are equal. */
const HEADLINES: readonly string[] = [
  "requirements-met",
  "review-timeliness",
  "plan-coverage",
  "chronic-absence",
];
const MOST_GAPS = 3;

/**
 * Which student groups of the district differ for certain from those they are compared with, the
 * widest gap first: gaps allow for moved boundaries and held figures.
 */
export function groupSentence(rows: readonly StudentGroupRow[]): string {
  const district = rows.filter(
    ({ level, measure }) => level === "district" && HEADLINES.includes(measure),
  );
  if (!district.some(isShown)) {
    return district.some(({ state }) => state === "too-few-students" || state === "left-out")
      ? "No student group has public figures: the groups, or the groups they are compared with, are too small."
      : "Student groups cannot be compared yet: the exports name no group, or there is nothing to measure.";
  }
  const certain = district
    .filter(({ gap }) => gap === "higher" || gap === "lower")
    .sort((a, b) => certainPoints(b) - certainPoints(a) || rank(a) - rank(b));
  if (certain.length === 0)
    return "These figures do not show for certain that any student group differs.";
  const gaps = certain.slice(0, MOST_GAPS).flatMap((row) => (isShown(row) ? [inWords(row)] : []));
  const named = new Set(certain.slice(0, MOST_GAPS).map(groupOf));
  // A group has a row for each measure, so rows are not what is counted.
  const more = new Set(certain.map(groupOf).filter((group) => !named.has(group))).size;
  const rest =
    more === 0 ? "" : ` ${more} other ${more === 1 ? "group also differs" : "groups also differ"}.`;
  return `${gaps.join(" ")}${rest}`;
}

const groupOf = ({ division, group }: StudentGroupRow): string => JSON.stringify([division, group]);

function inWords(row: StudentGroupRow & { readonly low: number; readonly high: number }): string {
  const { measureName, groupName, gap, comparedWithName } = row;
  const points = certainPoints(row);
  const isExact = row.band === null;
  const by =
    points === 0
      ? ""
      : `${isExact ? "" : "at least "}${points} ${points === 1 ? "point" : "points"} `;
  const other = `${comparedWithName.charAt(0).toLowerCase()}${comparedWithName.slice(1)}`;
  return `${measureName}: ${groupName}, ${shareInWords(row)}, ${by}${gap} than ${other}.`;
}

/** How far apart two shares are for certain. */
const certainPoints = ({ gapLow, gapHigh }: StudentGroupRow): number =>
  Math.max(0, gapLow ?? 0, -(gapHigh ?? 0));

const rank = ({ measure }: StudentGroupRow): number => HEADLINES.indexOf(measure);
