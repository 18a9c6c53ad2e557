import { asProtected } from "../../functions/disclosure/protected-table.ts";
import type { ReleaseTables } from "../../functions/releases/release-tables.ts";
import type {
  AssociationRow,
  ChangeRow,
  NextStepRow,
  RateRow,
  StandingRow,
} from "../../functions/releases/tables.ts";

/** A rate of the district that is shown: seventy-odd percent of 40. */
export const rateRow = (given: Partial<RateRow> = {}): RateRow => ({
  measure: "review-timeliness",
  measureName: "Reviews held on time",
  level: "district",
  school: "",
  schoolName: "Cast School District",
  breakdown: "all",
  group: "all",
  groupName: "All students",
  of: 40,
  band: "70-79",
  state: "shown",
  ...given,
});

/** The figures of a rate that is not shown, and why. */
export const unshown = (state: "hidden" | "not-enough-data" | "not-applicable") => ({
  ...{ of: null, band: null },
  state,
});

/** A standing of the district that is shown: seventy-odd percent of 40 students meet the first review. */
export const standingRow = (given: Partial<StandingRow> = {}): StandingRow => ({
  level: "district",
  school: "",
  schoolName: "Cast School District",
  requirement: "review-1",
  requirementName: "First review of the year",
  standing: "met",
  standingName: "Met",
  of: 40,
  band: "70-79",
  state: "shown",
  ...given,
});

export const associationRow = (given: Partial<AssociationRow> = {}): AssociationRow => ({
  level: "district",
  school: "",
  schoolName: "Cast School District",
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
  level: "district",
  school: "",
  schoolName: "Cast School District",
  breakdown: "all",
  group: "all",
  groupName: "All students",
  requirement: "review-1",
  requirementName: "First review of the year",
  need: "overdue",
  needName: "Overdue",
  band: "11-19",
  state: "shown",
  ...given,
});

export const changeRow = (given: Partial<ChangeRow> = {}): ChangeRow => ({
  measure: "review-timeliness",
  measureName: "Reviews held on time",
  level: "district",
  school: "",
  schoolName: "Cast School District",
  breakdown: "all",
  group: "all",
  groupName: "All students",
  band: "75",
  previousBand: "70",
  change: "up",
  previousAsOf: "2022-02-28",
  previousRelease: "2022-02-28-1a2b3c4d",
  ...given,
});

export const fileRow = {
  file: "plans.csv",
  kind: "plain/plans.csv",
  kindName: "Plans",
  records: 1200,
  accepted: 1200,
  rejected: 0,
  leftOut: 0,
  repeated: 0,
  outcome: "used",
  remedy: "",
  fingerprint: "ab",
};

export const rejectRow = {
  file: "plans.csv",
  kind: "plain/plans.csv",
  column: "opened_on",
  reason: "not-a-day",
  reasonName: "Not a day",
  remedy: "Write the day as YYYY-MM-DD.",
  records: 3,
};

type Rows = { readonly [T in keyof ReleaseTables]?: ReleaseTables[T]["rows"] };

/** The tables of a release with the rows given, and empty otherwise. */
export const releaseOf = (rows: Rows): ReleaseTables => ({
  rates: asProtected(rows.rates ?? []),
  statuses: asProtected(rows.statuses ?? []),
  standings: asProtected(rows.standings ?? []),
  "student-groups": asProtected(rows["student-groups"] ?? []),
  "next-steps": asProtected(rows["next-steps"] ?? []),
  associations: asProtected(rows.associations ?? []),
  "exposure-groups": asProtected(rows["exposure-groups"] ?? []),
  trend: asProtected(rows.trend ?? []),
  changes: asProtected(rows.changes ?? []),
  files: asProtected(rows.files ?? []),
  rejects: asProtected(rows.rejects ?? []),
  reconciliation: asProtected(rows.reconciliation ?? []),
  "records-changed": asProtected(rows["records-changed"] ?? []),
});
