import type { RateRow } from "../../../functions/releases/tables.ts";

/** The measures a superintendent is asked about first, where a release has them. */
const HEADLINES = ["review-timeliness", "plan-coverage", "transition-coverage", "chronic-absence"];

/** At most four figures of one place: the headline measures first, then the manifest's order. */
export function headlineMeasures(
  rows: readonly RateRow[],
  level: string,
  school: string | null,
): readonly RateRow[] {
  const here = rows.filter(
    (row) =>
      row.level === level && row.breakdown === "all" && (school === null || row.school === school),
  );
  const headlines = HEADLINES.flatMap((id) => here.filter(({ measure }) => measure === id));
  return [...headlines, ...here.filter((row) => !headlines.includes(row))].slice(0, 4);
}
