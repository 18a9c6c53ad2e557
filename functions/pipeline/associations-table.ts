import type { MeasuredEstimate } from "../disclosure/protect-estimates.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { columnsOf } from "../metrics/attendance-association.ts";
import { groupSummary } from "../statistics/group-summary.ts";
import { hedgesG } from "../statistics/hedges-g.ts";
import type { Interval } from "../statistics/interval.ts";
import { pearson } from "../statistics/pearson.ts";
import type { Correlation } from "../statistics/correlation.ts";
import { spearman } from "../statistics/spearman.ts";
import { welch } from "../statistics/welch.ts";
import { withinSchoolDifference } from "../statistics/within-school-difference.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";

export type AssociationKey = PlaceColumns & {
  readonly exposure: string;
  readonly exposureName: string;
  readonly outcome: string;
  readonly outcomeName: string;
  readonly method: string;
  readonly methodName: string;
  readonly unit: string;
  readonly isHeadline: boolean;
  readonly note: string;
};

export const PLAN = { exposure: "plan", exposureName: "An open plan on the landmark day" } as const;
export const GOALS = { exposure: "goals", exposureName: "Goals set by the landmark day" } as const;
const RATE = { outcome: "attendance-rate", outcomeName: "Attendance after it" } as const;

const NOTES = {
  adjusted:
    "Between students of the same school, in the same grade, with like attendance before the landmark day.",
  fewSchools: "Few schools: take the interval as a rough one.",
  tooFewSchools: "No interval: it takes at least 8 schools with students in both groups.",
  unadjusted: "Not adjusted: students with and without differ in other ways too.",
} as const;

type Estimate = MeasuredEstimate<AssociationKey>;

/** The associations of the district and, unadjusted, of each school; unprotected. */
export function measuredAssociations(
  places: readonly Place[],
  mandate: MandateProfile,
): readonly Estimate[] {
  const schools = places.filter(({ level }) => level === "school");
  return places
    .filter(({ partial }) => partial.studentsUnderMandate > 0)
    .flatMap((place) => [
      ...(place.level === "district" ? [withinSchools(place, schools, mandate)] : []),
      ...planEstimates(place),
      ...correlations(place, mandate),
    ]);
}

function withinSchools(place: Place, schools: readonly Place[], mandate: MandateProfile): Estimate {
  const columns = columnsOf(mandate);
  const result = withinSchoolDifference(
    schools.map(({ partial }) => partial.association.all),
    {
      exposure: columns.plan,
      controls: [columns.before, ...columns.grades.map((_, index) => columns.firstGrade + index)],
      outcome: columns.outcome,
    },
  );
  const isKnown = result.kind !== "not-determinable" && result.kind !== "not-enough-data";
  const interval = "interval" in result ? inPoints(result.interval) : null;
  const caution =
    result.kind === "point-estimate"
      ? NOTES.tooFewSchools
      : result.kind === "few-schools-interval"
        ? NOTES.fewSchools
        : "";
  return {
    key: {
      ...placeColumns(place),
      ...PLAN,
      ...RATE,
      method: "within-school-difference",
      methodName: "Difference within schools, adjusted",
      unit: "percentage-points",
      isHeadline: true,
      note: `${NOTES.adjusted} ${caution}`.trim(),
    },
    estimate: isKnown
      ? {
          value: result.difference * 100,
          low: interval?.lower ?? null,
          high: interval?.upper ?? null,
        }
      : null,
    students: place.partial.association.all.n,
    decimals: DECIMALS.points,
    smallestGroup: smallestPlanGroup(place),
    isCorrelation: false,
    isAssociation: true,
  };
}

/** A tenth of a point; hundredths of a correlation and of a standard deviation. */
const DECIMALS = { points: 1, others: 2 } as const;

function planEstimates(place: Place): readonly Estimate[] {
  const { byPlan } = place.partial.association;
  const withPlan = groupSummary(byPlan.yes, 0);
  const without = groupSummary(byPlan.no, 0);
  const areBoth = withPlan.kind === "group-summary" && without.kind === "group-summary";
  const difference = areBoth ? welch(withPlan, without) : null;
  const effect = areBoth ? hedgesG(withPlan, without) : null;
  const common = {
    students: place.partial.association.all.n,
    smallestGroup: smallestPlanGroup(place),
    isCorrelation: false,
    isAssociation: true,
  } as const;
  const key = { ...placeColumns(place), ...PLAN, isHeadline: false, note: NOTES.unadjusted };
  return [
    {
      key: {
        ...key,
        ...RATE,
        method: "welch-difference",
        methodName: "Difference of means",
        unit: "percentage-points",
      },
      estimate:
        difference?.kind === "mean-difference"
          ? estimated(difference.difference * 100, inPoints(difference.interval))
          : null,
      decimals: DECIMALS.points,
      ...common,
    },
    {
      key: {
        ...key,
        ...RATE,
        method: "hedges-g",
        methodName: "Difference in standard deviations",
        unit: "standard-deviations",
      },
      estimate: effect?.kind === "effect-size" ? estimated(effect.hedgesG, effect.interval) : null,
      decimals: DECIMALS.others,
      ...common,
    },
  ];
}

function correlations(place: Place, mandate: MandateProfile): readonly Estimate[] {
  const { association } = place.partial;
  const columns = columnsOf(mandate);
  const estimate = (
    exposure: typeof PLAN | typeof GOALS,
    method: string,
    methodName: string,
    correlation: Correlation,
    smallestGroup: number,
  ): Estimate => ({
    key: {
      ...placeColumns(place),
      ...exposure,
      ...RATE,
      method,
      methodName,
      unit: "correlation",
      isHeadline: false,
      note: NOTES.unadjusted,
    },
    estimate:
      correlation.kind === "correlation" ? estimated(correlation.r, correlation.interval) : null,
    students: association.all.n,
    decimals: DECIMALS.others,
    smallestGroup,
    isCorrelation: true,
    isAssociation: true,
  });
  const { all } = association;
  return [
    estimate(
      GOALS,
      "pearson",
      "Correlation (Pearson)",
      pearson(all, columns.goals, columns.outcome),
      all.n,
    ),
    estimate(
      GOALS,
      "spearman",
      "Rank correlation (Spearman)",
      spearman(association.goalsBesideAttendance),
      all.n,
    ),
    estimate(
      PLAN,
      "pearson",
      "Correlation (Pearson)",
      pearson(all, columns.plan, columns.outcome),
      smallestPlanGroup(place),
    ),
  ];
}

const smallestPlanGroup = ({ partial }: Place): number =>
  Math.min(partial.association.byPlan.yes.n, partial.association.byPlan.no.n);

export const estimated = (value: number, { lower, upper }: Interval) => ({
  value,
  low: lower,
  high: upper,
});

const inPoints = ({ lower, upper }: Interval): Interval => ({
  lower: lower * 100,
  upper: upper * 100,
});
