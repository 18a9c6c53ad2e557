import type { MeasuredEstimate } from "../disclosure/protect-estimates.ts";
import { GOAL_GROUPS } from "../metrics/attendance-association.ts";
import { groupSummary } from "../statistics/group-summary.ts";
import { studentTInterval } from "../statistics/interval.ts";
import type { Moments } from "../statistics/moments.ts";
import { estimated, GOALS, PLAN } from "./associations-table.ts";
import type { Place } from "./release-places.ts";

export interface ExposureGroupKey {
  readonly exposure: string;
  readonly exposureName: string;
  readonly group: string;
  readonly groupName: string;
}

/** Mean attendance after the landmark of each group of the district, unprotected. */
export function measuredExposureGroups(
  district: Place,
): readonly MeasuredEstimate<ExposureGroupKey>[] {
  const { byGoals, byPlan } = district.partial.association;
  const goals = [
    meanOf({ ...GOALS, group: "0", groupName: "No goals" }, byGoals["0"]),
    ...GOAL_GROUPS.slice(1).map((group) =>
      meanOf(
        {
          ...GOALS,
          group,
          groupName: group === "1" ? "1 goal" : `${group.replace("+", " or more")} goals`,
        },
        byGoals[group],
      ),
    ),
  ];
  const plans = [
    meanOf({ ...PLAN, group: "yes", groupName: "With a plan" }, byPlan.yes),
    meanOf({ ...PLAN, group: "no", groupName: "Without a plan" }, byPlan.no),
  ];
  return [...besideTheSmallest(goals), ...besideTheSmallest(plans)];
}

/** The mean of all groups but one, and of all together, gives that one's: the next smallest is as small as it. */
function besideTheSmallest<Key>(
  groups: readonly MeasuredEstimate<Key>[],
): readonly MeasuredEstimate<Key>[] {
  const [smallest, next] = groups
    .filter(({ students }) => students > 0)
    .sort((a, b) => a.students - b.students);
  return groups.map((group) =>
    group === next && smallest !== undefined
      ? { ...group, smallestGroup: smallest.students }
      : group,
  );
}

function meanOf(key: ExposureGroupKey, moments: Moments): MeasuredEstimate<ExposureGroupKey> {
  const summary = groupSummary(moments, 0);
  const isKnown = summary.kind === "group-summary";
  const interval = isKnown
    ? studentTInterval(
        summary.mean,
        summary.standardDeviation / Math.sqrt(summary.n),
        summary.n - 1,
      )
    : null;
  return {
    key,
    // A rate ends at 1, where a t interval need not.
    estimate:
      isKnown && interval !== null
        ? estimated(summary.mean, {
            lower: Math.max(0, interval.lower),
            upper: Math.min(1, interval.upper),
          })
        : null,
    students: moments.n,
    smallestGroup: moments.n,
    decimals: 3,
    isCorrelation: false,
    isAssociation: false,
  };
}
