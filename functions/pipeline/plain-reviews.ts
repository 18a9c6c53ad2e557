import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { isReview } from "../mandates/requirement.ts";
import type { DistrictPartial } from "../metrics/merge-partials.ts";
import { DUE_STATUSES } from "./statistic-ids.ts";

/**
 * The reviews on which everybody's standing is that of the status alone, whole district: nothing
 * stands in for one of them. A reader can know that, so their standings are held to the statuses.
 */
export const plainReviews = (
  { requirements }: MandateProfile,
  { statuses, standings }: DistrictPartial,
): ReadonlySet<string> =>
  new Set(
    requirements
      .filter(isReview)
      .map(({ id }) => id)
      .filter((id) => {
        const status = statuses[id]?.["all/all"] ?? {};
        const due = DUE_STATUSES.reduce((sum, name) => sum + (status[name] ?? 0), 0);
        const { met = 0, "not-met": notMet = 0 } = standings[id] ?? {};
        return met === (status["timely"] ?? 0) && met + notMet === due;
      }),
  );
