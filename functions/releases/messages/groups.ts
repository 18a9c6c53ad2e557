import { isShown, type ShownShare } from "../words/share-words.ts";
import type { StudentGroupRow } from "../tables/tables.ts";
import { shareOf } from "./kept.ts";
import { say, type Message } from "../words/message.ts";

/** The measures in the sentences, in this order where gaps are equal. */
const HEADLINES: readonly string[] = [
  "requirements-met",
  "review-timeliness",
  "plan-coverage",
  "chronic-absence",
];
const MOST_GAPS = 3;
/** A sentence about fewer says more of chance than of a group; the table has them all. */
const FEWEST_STUDENTS = 20;

/**
 * Which student groups of the district differ for certain from those they are compared with, the
 * widest gap first: gaps allow for moved boundaries and held figures.
 */
export function groupMessages(rows: readonly StudentGroupRow[]): readonly Message[] {
  const district = rows.filter(
    ({ level, measure }) => level === "district" && HEADLINES.includes(measure),
  );
  if (!district.some(isShown)) {
    const isSmall = district.some(
      ({ state }) => state === "too-few-students" || state === "left-out",
    );
    return [say(isSmall ? "groups-too-small" : "groups-not-comparable", {})];
  }
  const certain = district
    .filter(isShown)
    .filter(({ n }) => (n ?? 0) >= FEWEST_STUDENTS)
    .filter(({ gap }) => gap === "higher" || gap === "lower")
    .sort((a, b) => certainPoints(b) - certainPoints(a) || rank(a) - rank(b));
  if (certain.length === 0) return [say("no-gap-certain", {})];
  const [first, rest] = [certain.slice(0, MOST_GAPS), certain.slice(MOST_GAPS)];
  const named = new Set(first.map(groupOf));
  // A group has a row for each measure, so rows are not what is counted.
  const groups = new Set(rest.map(groupOf).filter((group) => !named.has(group))).size;
  return [
    ...first.map(gapMessage),
    ...(groups === 0 ? [] : [say("more-groups-differ", { groups })]),
  ];
}

const groupOf = ({ division, group }: StudentGroupRow): string => JSON.stringify([division, group]);

function gapMessage(row: StudentGroupRow & ShownShare): Message {
  const { measure, division, group, groupName, gap, comparedWith, comparedWithName } = row;
  return say("group-gap", {
    measure,
    group: { division, group, name: groupName },
    share: shareOf(row),
    points: certainPoints(row),
    isExact: row.band === null,
    gap: gap === "higher" ? "higher" : "lower",
    comparedWith: { division, group: comparedWith, name: comparedWithName },
  });
}

/** How far apart two shares are for certain. */
export const certainPoints = ({
  gapLow,
  gapHigh,
}: Pick<StudentGroupRow, "gapLow" | "gapHigh">): number =>
  Math.max(0, gapLow ?? 0, -(gapHigh ?? 0));

const rank = ({ measure }: StudentGroupRow): number => HEADLINES.indexOf(measure);
