import { bandInWords } from "./band-words.ts";
import type { StudentGroupRow } from "./tables.ts";

/** The measures that the sentence tells of, in this order where gaps are alike. */
const HEADLINES: readonly string[] = [
  "review-timeliness",
  "plan-coverage",
  "transition-coverage",
  "chronic-absence",
];
const MOST_GAPS = 3;

/** Which gaps between student groups of the district are certain, the widest first. */
export function groupSentence(rows: readonly StudentGroupRow[]): string {
  const district = rows.filter(
    ({ level, measure, division }) =>
      level === "district" && HEADLINES.includes(measure) && !division.includes("+"),
  );
  const shown = district.filter(({ state }) => state === "shown");
  if (shown.length === 0) {
    return district.some(({ state }) => state === "hidden")
      ? "The figures of every student group are hidden to protect students."
      : "Student groups cannot be compared yet: the exports tell of no group, or there is nothing to measure.";
  }
  const certain = shown
    .filter(({ gap }) => gap === "higher" || gap === "lower")
    .sort((a, b) => certainPoints(b) - certainPoints(a) || rank(a) - rank(b));
  if (certain.length === 0) {
    return "No student group stands apart: the bands of the groups that are shown overlap.";
  }
  const told = certain.slice(0, MOST_GAPS).map(inWords);
  const more = certain.length - told.length;
  const rest =
    more === 0 ? "" : ` ${more} more ${more === 1 ? "group stands" : "groups stand"} apart.`;
  return `${told.join(" ")}${rest}`;
}

function inWords(row: StudentGroupRow): string {
  const { measureName, requirementName, groupName, band, gap, heldAgainstName } = row;
  const cohort = requirementName === "" ? "" : ` (${requirementName})`;
  const points = certainPoints(row);
  const by = points === 0 ? "" : `at least ${points} ${points === 1 ? "point" : "points"} `;
  const against = `${heldAgainstName.charAt(0).toLowerCase()}${heldAgainstName.slice(1)}`;
  return `${measureName}${cohort}: ${groupName}, ${bandInWords(band ?? "")}, ${by}${gap} than ${against}.`;
}

/** How far apart two shares are for certain. */
const certainPoints = ({ gapLow, gapHigh }: StudentGroupRow): number =>
  Math.max(0, gapLow ?? 0, -(gapHigh ?? 0));

const rank = ({ measure }: StudentGroupRow): number => HEADLINES.indexOf(measure);
