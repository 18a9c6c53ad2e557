import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { sizesOf } from "../../metrics/cube/cube-counts.ts";
import { columnsOf } from "../../metrics/cube/attendance-association.ts";
import type { Estimate, MeasuredEstimate } from "../../protection/public-estimates.ts";
import type { Correlation } from "../../statistics/correlations/correlation.ts";
import { groupSummary, type GroupSummary } from "../../statistics/differences/group-summary.ts";
import { hedgesG } from "../../statistics/differences/hedges-g.ts";
import type { Interval } from "../../statistics/intervals/interval.ts";
import { pearson } from "../../statistics/correlations/pearson.ts";
import { spearman } from "../../statistics/correlations/spearman.ts";
import { welch } from "../../statistics/differences/welch.ts";
import { withinSchoolDifference } from "../../statistics/within-schools/within-school-difference.ts";
import { placeColumns, type Place, type PlaceColumns } from "../tables/places.ts";

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
  unadjusted: "Not adjusted: students with and without a plan or goals differ in other ways too.",
} as const;

type Measured = MeasuredEstimate<AssociationKey>;

/**
 * The associations of the district and, unadjusted, of each school, exact. One effect size per
 * comparison is public: beside a difference of means no correlation of the same yes-or-no exposure,
 * and of goals the rank correlation alone.
 */
export function measuredAssociations(
  places: readonly Place[],
  mandate: MandateProfile,
): readonly Measured[] {
  const schools = places.filter(({ level }) => level === "school");
  return places
    .filter(({ cube }) => Object.keys(sizesOf(cube, { kind: "mandate" })).length > 0)
    .flatMap((place) => [
      ...(place.level === "district" ? [withinSchools(place, schools, mandate)] : []),
      ...planEstimates(place),
      ...correlations(place, mandate),
    ]);
}

const armsOf = ({ cube: { association } }: Place): readonly [number, number] => [
  association.byPlan.yes.n,
  association.byPlan.no.n,
];

function withinSchools(place: Place, schools: readonly Place[], mandate: MandateProfile): Measured {
  const columns = columnsOf(mandate);
  const result = withinSchoolDifference(
    schools.map(({ cube }) => cube.association.all),
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
    ...of(place, PLAN.exposure, armsOf(place)),
    isPublic: true,
    unit: "percentage-points",
    estimate: (students) =>
      isKnown
        ? widened(
            {
              value: result.difference * 100,
              low: interval?.lower ?? null,
              high: interval?.upper ?? null,
            },
            Math.min(...armsOf(place)),
            students,
          )
        : null,
  };
}

const of = (place: Place, comparison: string, arms: readonly number[]) =>
  ({
    school: place.school,
    comparison,
    students: place.cube.association.all.n,
    arms,
    isOfSchools: true,
  }) as const;

/** The interval as wide as fewer students would have it. */
function widened(
  { value, low, high }: Estimate,
  students: number,
  of: (students: number) => number,
): Estimate {
  const wider = Math.sqrt(students / of(students));
  const end = (bound: number | null): number | null =>
    bound === null ? null : value + (bound - value) * wider;
  return { value, low: end(low), high: end(high) };
}

function planEstimates(place: Place): readonly Measured[] {
  const { byPlan } = place.cube.association;
  const withPlan = groupSummary(byPlan.yes, 0);
  const without = groupSummary(byPlan.no, 0);
  const compared =
    (compare: (exposed: GroupSummary, other: GroupSummary) => Estimate | null) =>
    (students: (n: number) => number): Estimate | null => {
      if (withPlan.kind !== "group-summary" || without.kind !== "group-summary") return null;
      const counted = (summary: GroupSummary) => ({ ...summary, n: students(summary.n) });
      return compare(counted(withPlan), counted(without));
    };
  const key = {
    ...placeColumns(place),
    ...PLAN,
    ...RATE,
    isHeadline: false,
    note: NOTES.unadjusted,
  };
  const common = { ...of(place, PLAN.exposure, armsOf(place)), isPublic: true };
  return [
    {
      key: {
        ...key,
        method: "welch-difference",
        methodName: "Difference of means",
        unit: "percentage-points",
      },
      ...common,
      unit: "percentage-points",
      estimate: compared((exposed, other) => {
        const difference = welch(exposed, other);
        return difference.kind === "mean-difference"
          ? estimated(difference.difference * 100, inPoints(difference.interval))
          : null;
      }),
    },
    {
      key: {
        ...key,
        method: "hedges-g",
        methodName: "Difference in standard deviations",
        unit: "standard-deviations",
      },
      ...common,
      unit: "others",
      estimate: compared((exposed, other) => {
        const effect = hedgesG(exposed, other);
        return effect.kind === "effect-size" ? estimated(effect.hedgesG, effect.interval) : null;
      }),
    },
  ];
}

function correlations(place: Place, mandate: MandateProfile): readonly Measured[] {
  const { association } = place.cube;
  const { all } = association;
  const columns = columnsOf(mandate);
  const measured = (
    exposure: typeof PLAN | typeof GOALS,
    method: string,
    methodName: string,
    correlation: Correlation,
    isPublic: boolean,
  ): Measured => ({
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
    ...of(place, exposure.exposure, exposure === PLAN ? armsOf(place) : [all.n]),
    isPublic,
    unit: "others",
    estimate: (students) =>
      correlation.kind === "correlation"
        ? widened(estimated(correlation.r, correlation.interval), all.n, students)
        : null,
  });
  return [
    measured(
      GOALS,
      "pearson",
      "Correlation (Pearson)",
      pearson(all, columns.goals, columns.outcome),
      false,
    ),
    measured(
      GOALS,
      "spearman",
      "Rank correlation (Spearman)",
      spearman(association.goalsBesideAttendance),
      true,
    ),
    measured(
      PLAN,
      "pearson",
      "Correlation (Pearson)",
      pearson(all, columns.plan, columns.outcome),
      false,
    ),
  ];
}

const estimated = (value: number, { lower, upper }: Interval): Estimate => ({
  value,
  low: lower,
  high: upper,
});

const inPoints = ({ lower, upper }: Interval): Interval => ({
  lower: lower * 100,
  upper: upper * 100,
});
