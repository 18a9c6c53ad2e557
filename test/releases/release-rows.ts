import { noFigure, type Figure, type FigureState } from "../../functions/domain/figures/figure.ts";
import type { CameDue } from "../../functions/releases/messages/changes.ts";
import type { Written } from "../../functions/releases/messages/messages.ts";
import type {
  AssociationRow,
  ChangeRow,
  NextStepRow,
  RateRow,
  StandingRow,
  StatusRow,
  StudentGroupRow,
  TrendRow,
} from "../../functions/releases/tables/tables.ts";

/** The shares of whole percents that labels stand for. */
const BANDS = {
  LT50: [0, 0.49],
  GE50: [0.5, 1],
  LE20: [0, 0.2],
  LE5: [0, 0.05],
  LE1: [0, 0.01],
  "6-9": [0.06, 0.09],
  "11-19": [0.11, 0.19],
  "20-29": [0.2, 0.29],
  "30-39": [0.3, 0.39],
  "40-44": [0.4, 0.44],
  "40-49": [0.4, 0.49],
  "60-64": [0.6, 0.64],
  "60-69": [0.6, 0.69],
  "66": [0.66, 0.66],
  "67": [0.67, 0.67],
  "70-79": [0.7, 0.79],
  "80-84": [0.8, 0.84],
  "90-94": [0.9, 0.94],
  GE90: [0.9, 1],
  GE95: [0.95, 1],
  GE99: [0.99, 1],
} as const satisfies { readonly [label: string]: readonly [low: number, high: number] };
export type BandLabel = keyof typeof BANDS;
export const BAND_LABELS = Object.keys(BANDS) as readonly BandLabel[];

/** A public figure of some of 40 students. */
export const shown = (band: BandLabel, n = 40): Figure => ({
  n,
  low: BANDS[band][0],
  high: BANDS[band][1],
  band,
  drawnOn: "2022-03-15",
  state: "shown",
});

/** A figure of the staff edition: so many of so many students. */
export const exact = (count: number, n = 40): Figure => ({
  n,
  low: count / n,
  high: count / n,
  band: null,
  drawnOn: "2022-03-15",
  state: "shown",
});

/** The figures of a row that is not shown, and why. */
export const unshown = (state: Exclude<FigureState, "shown">): Figure => noFigure(state);

const DISTRICT = { level: "district", school: "", schoolName: "Cast School District" } as const;
const EVERYBODY = { breakdown: "all", group: "all", groupName: "All students" } as const;

/** The columns of a school's row. */
export const atSchool = (school: string) => ({ level: "school", school, schoolName: school });

/** A rate of the district that is shown: seventy-odd percent of 40. */
export const rateRow = (given: Partial<RateRow> = {}): RateRow => ({
  measure: "review-timeliness",
  measureName: "Reviews held on time",
  ...DISTRICT,
  ...EVERYBODY,
  ...shown("70-79"),
  ...given,
});

/** All reviews of the district: seventy-odd percent of 40 students on time. */
export const statusRow = (given: Partial<StatusRow> = {}): StatusRow => ({
  requirement: "all",
  requirementName: "All reviews together",
  ...DISTRICT,
  ...EVERYBODY,
  status: "on-time",
  statusName: "Held on time",
  ...shown("70-79"),
  ...given,
});

/** All requirements of the district: some 11 to 19 percent of 40 students miss one. */
export const standingRow = (given: Partial<StandingRow> = {}): StandingRow => ({
  requirement: "all",
  requirementName: "All requirements together",
  ...DISTRICT,
  ...EVERYBODY,
  standing: "not-met",
  standingName: "Not met",
  ...shown("11-19"),
  ...given,
});

/** English learners of the district, compared with all students and far below. */
export const studentGroupRow = (given: Partial<StudentGroupRow> = {}): StudentGroupRow => ({
  measure: "plan-coverage",
  measureName: "Students with an open plan",
  ...DISTRICT,
  ...{ requirement: "", requirementName: "" },
  ...{ division: "english-learner", divisionName: "English learners" },
  ...{ group: "yes", groupName: "English learners" },
  ...shown("40-49"),
  ...{ comparedWith: "all", comparedWithName: "All students" },
  ...{ gapLow: -40, gapHigh: -20, gap: "lower" },
  ...given,
});

export const associationRow = (given: Partial<AssociationRow> = {}): AssociationRow => ({
  ...DISTRICT,
  exposure: "plan",
  exposureName: "Open plan on the landmark day",
  outcome: "attendance-rate",
  outcomeName: "Attendance after it",
  method: "within-school-difference",
  methodName: "Within-school difference",
  unit: "percentage-points",
  estimate: 1.24,
  low: 0.2,
  high: 2.28,
  students: 960,
  isHeadline: true,
  note: "",
  state: "shown",
  ...given,
});

export const nextStepRow = (given: Partial<NextStepRow> = {}): NextStepRow => ({
  ...DISTRICT,
  requirement: "review-1",
  requirementName: "First review of the year",
  need: "overdue",
  needName: "Review overdue",
  ...shown("11-19"),
  ...given,
});

/** Reviews on time: 67 percent, and 66 two weeks before. */
export const changeRow = (given: Partial<ChangeRow> = {}): ChangeRow => ({
  measure: "review-timeliness",
  measureName: "Reviews held on time",
  ...DISTRICT,
  ...EVERYBODY,
  ...{ low: 0.67, high: 0.67, previousLow: 0.66, previousHigh: 0.66 },
  change: "up",
  previousAsOf: "2022-02-28",
  ...given,
});

/** Reviews on time as an edition published them, the same day and since the first day of the year. */
export const trendRow = (asOf: string, given: Partial<TrendRow> = {}): TrendRow => ({
  ...rateRow(),
  asOf,
  comparableSince: "2021-09-30",
  ...given,
  // Nothing is drawn after its edition.
  drawnOn: (given.drawnOn ?? "9999") > asOf ? asOf : (given.drawnOn ?? asOf),
});

/** The second review came due since. */
export const cameDueRow = (given: Partial<CameDue> = {}): CameDue => ({
  ...DISTRICT,
  requirement: "review-2",
  requirementName: "Second review of the year",
  previousAsOf: "2022-02-28",
  ...given,
});

/** The rows given, and none of any other table. */
export const writtenOf = (rows: Partial<Written>): Written => ({
  ...{ rates: [], statuses: [], standings: [], nextSteps: [] },
  ...{ associations: [], trend: [], changes: [], cameDue: [], files: [], rejects: [] },
  ...rows,
});
