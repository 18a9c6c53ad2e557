import { gapBetween, possibleShare } from "../releases/tables/gaps.ts";
import { countedBy } from "../releases/tables/student-group-gaps.ts";
import { dueBetween, dueDaysOf } from "../releases/due/due-between.ts";
import type { Finding } from "./reading/finding.ts";
import type { ReadRelease, SeenRow } from "./reading/read-release.ts";

/**
 * A gap, a change and the last point of a trend must repeat the rates of the release and nothing
 * else.
 */
export function copiesOfRates(
  table: string,
  { manifest, tables }: ReadRelease,
): readonly Finding[] {
  const rates = tables["rates"] ?? [];
  const rows = tables[table] ?? [];
  const rateOf = (of: readonly unknown[]): SeenRow | undefined =>
    rates.find((row) => RATE_KEY.every((column, index) => row[column] === of[index]));
  const isCopy = (row: SeenRow): boolean => {
    const { measure, school, requirement, division, comparedWith } = row;
    switch (table) {
      case "changes":
      case "trend": {
        if (table === "trend" && row["asOf"] !== manifest.asOf) return true;
        const rate = rateOf(RATE_KEY.map((column) => row[column]));
        return ["n", "low", "high"].every(
          (column) => row[column] === undefined || row[column] === rate?.[column],
        );
      }
      case "student-groups": {
        const whole = requirement === "" ? ["all", "all"] : ["transition", requirement];
        const other =
          comparedWith === "all"
            ? rateOf([measure, school, ...whole])
            : rows.find((candidate) =>
                [measure, school, requirement, division, comparedWith].every(
                  (value, index) => candidate[GROUP_KEY[index] ?? ""] === value,
                ),
              );
        const gap = other === undefined || comparedWith === "" ? null : gapOf(row, other, manifest);
        const { gapLow, gapHigh } = gap ?? { gapLow: null, gapHigh: null };
        return (
          row["gapLow"] === gapLow && row["gapHigh"] === gapHigh && row["gap"] === (gap?.gap ?? "")
        );
      }
      default:
        return true;
    }
  };
  return rows
    .filter((row) => !isCopy(row))
    .map((row) => ({
      kind: "exact-number",
      where: `${table} of ${String(row["measure"])} ${String(row["school"])} ${String(row["group"])}: not what the rates say`,
    }));
}

/** The gap that two shown shares have; null where something that both count fell due between their counts. */
function gapOf(row: SeenRow, other: SeenRow, { mandate, asOf }: ReadRelease["manifest"]) {
  const [share, otherShare] = [shareOf(row), shareOf(other)];
  const measure = String(row["measure"]);
  const due = dueDaysOf(mandate, countedBy({ measure, requirement: String(row["requirement"]) }));
  if (dueBetween(due, share.drawnOn, otherShare.drawnOn) !== null) return null;
  return gapBetween(possibleShare(share, measure, asOf), possibleShare(otherShare, measure, asOf));
}

const RATE_KEY = ["measure", "school", "breakdown", "group"];
const GROUP_KEY = ["measure", "school", "requirement", "division", "group"];

const shareOf = (row: SeenRow) => {
  const numberOf = (value: SeenRow[string] | undefined) =>
    typeof value === "number" ? value : null;
  const textOf = (value: SeenRow[string] | undefined) => (typeof value === "string" ? value : null);
  return {
    ...{ n: numberOf(row["n"]), low: numberOf(row["low"]), high: numberOf(row["high"]) },
    ...{ band: textOf(row["band"]), drawnOn: textOf(row["drawnOn"]) },
  };
};
