/** The published tables of estimates over students. */
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { PLACE, STATE } from "./columns.ts";

export const associations = {
  name: "associations",
  title: "Attendance by goals and plans",
  description:
    "One row per level, school, exposure, outcome and method. The exposure is measured up to the landmark day, the outcome after it. An association, never an effect.",
  primaryKey: ["level", "school", "exposure", "outcome", "method"],
  columns: [
    ...PLACE,
    {
      name: "exposure",
      type: "text",
      title: "Exposure id",
      definition: "plan: an open plan on the landmark day; goals: the number of goals set by it.",
    },
    {
      name: "exposureName",
      type: "text",
      title: "Exposure",
      definition: "The name of the exposure.",
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
      definition: "The name of the outcome.",
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
      definition: "The name of the method.",
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
        "The estimate in its unit. In public to one decimal, standard deviations and correlations to two where there are 300 students; missing unless shown.",
    },
    {
      name: "low",
      type: "number",
      optional: true,
      title: "Lower limit",
      definition:
        "Lower limit of the 95% interval; in public calculated with numbers of students rounded down to tens. Missing unless shown, and where there are too few schools for an interval.",
    },
    {
      name: "high",
      type: "number",
      optional: true,
      title: "Upper limit",
      definition: "Upper limit of the 95% interval; missing where the lower limit is missing.",
    },
    {
      name: "students",
      type: "integer",
      optional: true,
      title: "Students, about",
      definition:
        "Students in the analysis, in public rounded down to a multiple of ten; missing unless shown.",
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
      definition: "A caution about this estimate, in one sentence; may be empty.",
    },
    STATE,
  ],
} as const satisfies TableDefinition;

export const exposureGroups = {
  name: "exposure-groups",
  title: "Attendance after the landmark day by goals and plans",
  description:
    "One row per exposure and group of the district: the mean attendance rate, after the landmark day, of the students who had so many goals, or a plan or none, on it.",
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
      definition: "The name of the exposure.",
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
      definition: "The name of the group.",
    },
    {
      name: "mean",
      type: "number",
      optional: true,
      title: "Mean attendance rate",
      definition:
        "Mean over students of days present over days enrolled after the landmark day, 0 to 1; in public to three decimals, and of groups of 30 or more.",
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
    STATE,
  ],
} as const satisfies TableDefinition;
