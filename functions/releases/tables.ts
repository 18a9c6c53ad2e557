/**
 * The published tables in the order of the data dictionary. A table that is not here is not
 * published; a column that is not here does not reach a reader. (A table of contents, so longer
 * than most files.)
 */
import type { RowOf, TableDefinition } from "../domain/table-definition.ts";
import { reconciliation, recordsChanged } from "./record-tables.ts";
import { standings } from "./standings-table.ts";
import { studentGroups } from "./student-groups-table.ts";
import { BAND, PLACE, GROUP, STATE, MEASURE, REQUIREMENT } from "./table-columns.ts";

export const rates = {
  name: "rates",
  title: "Rates of every measure",
  description:
    "One row a measure, level, school, breakdown and group. A rate is the share of the students it could be who are counted, as of the release's day.",
  primaryKey: ["measure", "level", "school", "breakdown", "group"],
  columns: [
    ...MEASURE,
    ...GROUP,
    {
      name: "of",
      type: "integer",
      optional: true,
      title: "Students it speaks of",
      definition:
        "Students of the place of whom the measure speaks: enrolled, or under the mandate, on the as-of day. Some may be left out, as its definition says. Missing where the group is not all students.",
    },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;

export const statuses = {
  name: "statuses",
  title: "Review statuses",
  description:
    "One row a requirement, level, school, breakdown, group and review status. The statuses of one requirement and group divide its students: each is counted once.",
  primaryKey: ["requirement", "level", "school", "breakdown", "group", "status"],
  columns: [
    ...REQUIREMENT,
    ...GROUP,
    {
      name: "status",
      type: "text",
      title: "Status id",
      definition:
        "timely, held-late, not-held, pending, exempt, not-yet-assessable, plan-missing, in this fixed order.",
    },
    {
      name: "statusName",
      type: "text",
      title: "Status",
      definition: "The status as a reader says it.",
    },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;

export const nextSteps = {
  name: "next-steps",
  title: "Who acts next",
  description:
    "One row a level, school, requirement and need: which share of the students under the requirement waits for something to be done. The list of their names is on the signed-in side.",
  primaryKey: ["level", "school", "requirement", "need"],
  columns: [
    ...GROUP,
    ...REQUIREMENT,
    {
      name: "need",
      type: "text",
      title: "Need id",
      definition:
        "overdue: the due day has passed and no review is held; due-soon: due within 30 days; no-plan: no active plan.",
    },
    { name: "needName", type: "text", title: "Need", definition: "The need as a reader says it." },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;

export const associations = {
  name: "associations",
  title: "Attendance beside goals and plans",
  description:
    "One row a level, school, exposure, outcome and method. The exposure is measured up to the landmark day, the outcome after it. An association, never an effect.",
  primaryKey: ["level", "school", "exposure", "outcome", "method"],
  columns: [
    ...PLACE,
    {
      name: "exposure",
      type: "text",
      title: "Exposure id",
      definition: "plan: an active plan on the landmark day; goals: the number of goals set by it.",
    },
    {
      name: "exposureName",
      type: "text",
      title: "Exposure",
      definition: "The exposure as a reader says it.",
    },
    {
      name: "outcome",
      type: "text",
      title: "Outcome id",
      definition:
        "attendance-rate: days present over days enrolled after the landmark day; chronic-absence: a tenth or more of those days absent.",
    },
    {
      name: "outcomeName",
      type: "text",
      title: "Outcome",
      definition: "The outcome as a reader says it.",
    },
    {
      name: "method",
      type: "text",
      title: "Method id",
      definition: "within-school-difference, welch-difference, hedges-g, pearson, spearman.",
    },
    {
      name: "methodName",
      type: "text",
      title: "Method",
      definition: "The method as a reader says it.",
    },
    {
      name: "unit",
      type: "text",
      title: "Unit",
      definition:
        "percentage-points, correlation (-1 to 1) or standard-deviations: the unit of estimate, low and high.",
    },
    {
      name: "estimate",
      type: "number",
      optional: true,
      title: "Estimate",
      definition:
        "The estimate in its unit, to a tenth of a point or a hundredth; missing unless shown.",
    },
    {
      name: "low",
      type: "number",
      optional: true,
      title: "Lower limit",
      definition:
        "Lower limit of the 95% interval; missing unless shown, and where the schools are too few for one.",
    },
    {
      name: "high",
      type: "number",
      optional: true,
      title: "Upper limit",
      definition: "Upper limit of the 95% interval; missing as the lower limit is.",
    },
    {
      name: "students",
      type: "integer",
      optional: true,
      title: "Students, about",
      definition:
        "Students in the analysis, rounded down to a multiple of ten; missing unless shown.",
    },
    {
      name: "isHeadline",
      type: "boolean",
      title: "Headline",
      definition: "Whether this is the estimate to quote: the within-school difference.",
    },
    {
      name: "note",
      type: "text",
      title: "Note",
      definition: "What to keep in mind with this estimate, in a sentence; may be empty.",
    },
    STATE,
  ],
} as const satisfies TableDefinition;

export const exposureGroups = {
  name: "exposure-groups",
  title: "Attendance after the landmark day by goals and plans",
  description:
    "One row an exposure and group of the district: the mean attendance rate, after the landmark day, of the students who had so many goals, or a plan or none, on it.",
  primaryKey: ["exposure", "group"],
  columns: [
    {
      name: "exposure",
      type: "text",
      title: "Exposure id",
      definition: "plan or goals, as in associations.",
    },
    {
      name: "exposureName",
      type: "text",
      title: "Exposure",
      definition: "The exposure as a reader says it.",
    },
    {
      name: "group",
      type: "text",
      title: "Group id",
      definition: "plan: yes or no; goals: 0, 1, 2, 3, 4 or 5+.",
    },
    {
      name: "groupName",
      type: "text",
      title: "Group",
      definition: "The group as a reader says it.",
    },
    {
      name: "mean",
      type: "number",
      optional: true,
      title: "Mean attendance rate",
      definition:
        "Mean over students of days present over days enrolled after the landmark day, 0 to 1, to three decimals.",
    },
    {
      name: "low",
      type: "number",
      optional: true,
      title: "Lower limit",
      definition: "Lower limit of the 95% t interval of the mean.",
    },
    {
      name: "high",
      type: "number",
      optional: true,
      title: "Upper limit",
      definition: "Upper limit of the 95% t interval of the mean.",
    },
    {
      name: "students",
      type: "integer",
      optional: true,
      title: "Students, about",
      definition: "Students in the group, rounded down to a multiple of ten.",
    },
    STATE,
  ],
} as const satisfies TableDefinition;

export const trend = {
  name: "trend",
  title: "Rates over the releases of the school year",
  description:
    "One row a measure, level, school, breakdown, group and as-of day: the rate as each release of this school year published it, this one included.",
  primaryKey: ["measure", "level", "school", "breakdown", "group", "asOf"],
  columns: [
    ...MEASURE,
    ...GROUP,
    { name: "asOf", type: "day", title: "As-of day", definition: "The day the rate is true for." },
    {
      name: "release",
      type: "text",
      title: "Release",
      definition: "The release that published the rate.",
    },
    BAND,
    STATE,
  ],
} as const satisfies TableDefinition;

export const changes = {
  name: "changes",
  title: "Changed since the last release",
  description:
    "One row a measure, level, school, breakdown and group that both this release and the one before show.",
  primaryKey: ["measure", "level", "school", "breakdown", "group"],
  columns: [
    ...MEASURE,
    ...GROUP,
    {
      name: "band",
      type: "text",
      title: "Share of students",
      definition: "The band of this release.",
    },
    {
      name: "previousBand",
      type: "text",
      title: "Share before",
      definition: "The band of the release before.",
    },
    {
      name: "change",
      type: "text",
      title: "Change",
      definition:
        "up or down where every share in the one band is above every share in the other; same where the bands are the same; unclear where they overlap.",
    },
    {
      name: "previousAsOf",
      type: "day",
      title: "As-of day before",
      definition: "The as-of day of the release before.",
    },
    {
      name: "previousRelease",
      type: "text",
      title: "Release before",
      definition: "The release before.",
    },
  ],
} as const satisfies TableDefinition;

export const files = {
  name: "files",
  title: "Files read",
  description: "One row a file that was handed in and is in force on the day of the release.",
  primaryKey: ["fingerprint"],
  columns: [
    {
      name: "file",
      type: "text",
      title: "File",
      definition: "The name under which the format knows the file; not the sender's own name.",
    },
    {
      name: "kind",
      type: "text",
      title: "Kind id",
      definition: "The format and the file in it, such as one-roster/users.",
    },
    { name: "kindName", type: "text", title: "What it holds", definition: "The kind in words." },
    {
      name: "records",
      type: "integer",
      title: "Records",
      definition: "Records read from the file.",
    },
    {
      name: "accepted",
      type: "integer",
      title: "Accepted",
      definition: "Records accepted; accepted and rejected add up to records.",
    },
    { name: "rejected", type: "integer", title: "Rejected", definition: "Records rejected." },
    {
      name: "leftOut",
      type: "integer",
      title: "Left out",
      definition:
        "Records accepted that the format leaves out on purpose, such as those of teachers.",
    },
    {
      name: "repeated",
      type: "integer",
      title: "Repeated",
      definition:
        "Records accepted that repeat or correct an earlier one of the same file: they count once, attendance as the later one says.",
    },
    {
      name: "outcome",
      type: "text",
      title: "Outcome",
      definition:
        "used; ignored (recognised, nothing in it is needed); not-recognised; unreadable; stopped (too many rejects: the last good version stays in force).",
    },
    {
      name: "remedy",
      type: "text",
      title: "What to do",
      definition: "What to do about the outcome.",
    },
    {
      name: "fingerprint",
      type: "text",
      title: "Fingerprint",
      definition:
        "Stands for the file's bytes as sent: their SHA-256, keyed (HMAC) under a secret that the district has for the school year. The same file has the same one, and nobody else can try out what a short file says.",
    },
  ],
} as const satisfies TableDefinition;

export const rejects = {
  name: "rejects",
  title: "Records rejected",
  description: "One row a kind of file, column and reason, with how many records it stopped.",
  primaryKey: ["kind", "column", "reason"],
  columns: [
    {
      name: "file",
      type: "text",
      title: "File",
      definition: "The name under which the format knows the file.",
    },
    {
      name: "kind",
      type: "text",
      title: "Kind id",
      definition: "The format and the file in it.",
    },
    {
      name: "column",
      type: "text",
      title: "Column",
      definition: "The column as the format names it; empty when the whole record is meant.",
    },
    {
      name: "reason",
      type: "text",
      title: "Reason id",
      definition: "Why the record could not be used.",
    },
    { name: "reasonName", type: "text", title: "Reason", definition: "The reason in words." },
    { name: "remedy", type: "text", title: "What to do", definition: "What to do about it." },
    { name: "records", type: "integer", title: "Records", definition: "Records rejected." },
  ],
} as const satisfies TableDefinition;

/** Every published table, in the order of the data dictionary. */
export const TABLES = [
  rates,
  statuses,
  standings,
  studentGroups,
  nextSteps,
  associations,
  exposureGroups,
  trend,
  changes,
  files,
  rejects,
  reconciliation,
  recordsChanged,
] as const;

export type TableName = (typeof TABLES)[number]["name"];
export type RateRow = RowOf<typeof rates>;
export type StatusRow = RowOf<typeof statuses>;
export type StandingRow = RowOf<typeof standings>;
export type StudentGroupRow = RowOf<typeof studentGroups>;
export type NextStepRow = RowOf<typeof nextSteps>;
export type AssociationRow = RowOf<typeof associations>;
export type ExposureGroupRow = RowOf<typeof exposureGroups>;
export type TrendRow = RowOf<typeof trend>;
export type ChangeRow = RowOf<typeof changes>;
export type FileRow = RowOf<typeof files>;
export type RejectRow = RowOf<typeof rejects>;
export type ReconciliationRow = RowOf<typeof reconciliation>;
export type RecordsChangedRow = RowOf<typeof recordsChanged>;
