import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { isShown, shareOrder } from "../words/shares.js";

/** The measures a superintendent is asked about first, where a release has them. */
const HEADLINES = ["review-timeliness", "plan-coverage", "transition-coverage", "chronic-absence"];
/** Where the mandate names no review: all that it asks. */
const WITHOUT_REVIEWS = ["requirements-met", ...HEADLINES];

interface Place {
  readonly level: "district" | "school";
  /** Empty for the district. */
  readonly school: string;
}

/** At most four figures of one place: the headline measures first, then the order of the release. */
export function headlineMeasures(
  rows: readonly RateRow[],
  { level, school }: Place,
): readonly RateRow[] {
  const here = rows.filter(
    (row) => row.level === level && (level === "district" || row.school === school),
  );
  const others = here.map(({ measure }) => measure);
  const headlines = others.includes("review-timeliness") ? HEADLINES : WITHOUT_REVIEWS;
  const measures = [...new Set([...headlines, ...others])];
  return measures
    .flatMap((measure) => headlineOf(here.filter((row) => row.measure === measure)))
    .slice(0, 4);
}

/** All students where a measure has that row; else the group that needs most attention. */
function headlineOf(rows: readonly RateRow[]): readonly RateRow[] {
  const all = rows.find(({ breakdown }) => breakdown === "all");
  if (all) return [all];
  const shown = rows.filter(isShown);
  return shown.sort((a, b) => (shareOrder(a) ?? 0) - (shareOrder(b) ?? 0)).slice(0, 1);
}
