import { GOAL_GROUPS } from "../../metrics/cube/attendance-association.ts";
import type { MeasuredEstimate } from "../../protection/public-estimates.ts";
import { groupSummary } from "../../statistics/differences/group-summary.ts";
import { studentTInterval } from "../../statistics/intervals/interval.ts";
import type { Moments } from "../../statistics/moments/moments.ts";
import { GOALS, PLAN } from "./associations.ts";
import type { Place } from "../tables/places.ts";

export interface ExposureGroupKey {
  readonly exposure: string;
  readonly exposureName: string;
  readonly group: string;
  readonly groupName: string;
}

/** Mean attendance after the landmark of each group of the district, exact. */
export function measuredExposureGroups(
  district: Place,
): readonly MeasuredEstimate<ExposureGroupKey>[] {
  const { byGoals, byPlan } = district.cube.association;
  return [
    ...GOAL_GROUPS.map((group) =>
      meanOf({ ...GOALS, group, groupName: goalsName(group) }, byGoals[group]),
    ),
    meanOf({ ...PLAN, group: "yes", groupName: "With a plan" }, byPlan.yes),
    meanOf({ ...PLAN, group: "no", groupName: "Without a plan" }, byPlan.no),
  ];
}

function goalsName(group: string): string {
  if (group === "0") return "No goals";
  return group === "1" ? "1 goal" : `${group.replace("+", " or more")} goals`;
}

function meanOf(key: ExposureGroupKey, moments: Moments): MeasuredEstimate<ExposureGroupKey> {
  const summary = groupSummary(moments, 0);
  return {
    key,
    school: null,
    comparison: key.exposure,
    isPublic: true,
    students: moments.n,
    arms: [moments.n],
    unit: "share",
    isOfSchools: false,
    estimate: (students) => {
      if (summary.kind !== "group-summary") return null;
      const n = students(summary.n);
      const { mean, standardDeviation } = summary;
      const { lower, upper } = studentTInterval(mean, standardDeviation / Math.sqrt(n), n - 1);
      // A rate is between 0 and 1, but a t interval may go beyond.
      return { value: mean, low: Math.max(0, lower), high: Math.min(1, upper) };
    },
  };
}
