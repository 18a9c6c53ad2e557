import type { Band, RateBand } from "./rate-ladder.ts";
import { endBand } from "./end-bands.ts";
import { rateBand } from "./rate-ladder.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";

/** Whether a statistic is shown as a count, as a band of percents, or not at all. */
export type Shows = "counted" | "banded" | "hidden";

/** How closely nobody may come to know a count, and what is shown of it unless it is hidden for another's sake. */
export interface Sensitivity {
  readonly need: number;
  readonly shown:
    | { readonly kind: "counted" }
    | { readonly kind: "end-band"; readonly band: Band }
    | { readonly kind: "rate-band"; readonly band: RateBand }
    | { readonly kind: "hidden" };
}

/**
 * Two sorts of counts are sensitive: any of a small group, and "almost nobody" or "almost
 * everybody" of a larger one, which tells of each of its students.
 */
export function sensitivityOf(
  count: number,
  students: number,
  shows: Shows,
  policy: SuppressionPolicy,
): Sensitivity {
  const rate = shows === "banded" ? rateBand(count, students) : null;
  const hasNoRung = shows === "banded" && rate === null;
  if (students < policy.minimumGroup || hasNoRung) {
    return { need: policy.widthForSmallGroup, shown: { kind: "hidden" } };
  }
  const end = rate ?? endBand(count, students);
  const need = end?.isEnd === true ? policy.widthForExtreme : 0;
  if (shows === "hidden") return { need, shown: { kind: "hidden" } };
  if (rate !== null) return { need, shown: { kind: "rate-band", band: rate } };
  if (end !== null) return { need, shown: { kind: "end-band", band: end } };
  return { need, shown: { kind: "counted" } };
}
