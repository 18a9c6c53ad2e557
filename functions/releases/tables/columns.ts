/** Columns that several tables share, word for word. */
import type { Column, TableDefinition } from "../../domain/records/table-definition.ts";

export const PLACE = [
  {
    name: "level",
    type: "text",
    title: "Level",
    definition: "Whether the row is about the district or a school.",
  },
  {
    name: "school",
    type: "text",
    title: "School id",
    definition: "The school's identifier; empty on a district row.",
  },
  {
    name: "schoolName",
    type: "text",
    title: "School",
    definition: "The school's name; the district's name on a district row.",
  },
] as const satisfies readonly Column[];

export const GROUP = [
  ...PLACE,
  {
    name: "breakdown",
    type: "text",
    title: "Breakdown",
    definition:
      "How the students are divided: all, grade or transition, and for staff counselor. One division at a time. requirement: not divided, one row for each requirement.",
  },
  {
    name: "group",
    type: "text",
    title: "Group id",
    definition:
      "The group within the breakdown: all, a CEDS grade code, two codes for neighboring grades shown together (09-10), a requirement (also of a transition), or a counselor's id.",
  },
  {
    name: "groupName",
    type: "text",
    title: "Group",
    definition: "The name of the group: All students, Grade 8, Grade 8 to 9.",
  },
] as const satisfies readonly Column[];

const STATE = {
  name: "state",
  type: "text",
  title: "State of the figure",
  definition:
    "shown; too-few-students (the group or its school is under the smallest group); left-out (enough students, and no figure this school year: it would tell of the few students who are in no group, or the group has grown since the year's first public release); not-enough-data (the records it rests on were not sent); not-applicable (nobody is there, or the rule does not apply).",
} as const satisfies Column;

/** A share of students: an interval, and in the public edition its band. */
export const FIGURE = [
  {
    name: "n",
    type: "integer",
    optional: true,
    title: "Students (n)",
    definition:
      "The number of students in the group, on the date of the counts (drawnOn). Missing unless shown.",
  },
  {
    name: "low",
    type: "number",
    optional: true,
    title: "Least share",
    definition:
      "The least share of students, 0 to 1. In public the lower end of a range of whole percents; for staff exact, and equal to high. Missing unless shown.",
  },
  {
    name: "high",
    type: "number",
    optional: true,
    title: "Greatest share",
    definition: "The greatest share of students, as low. Missing unless shown.",
  },
  {
    name: "band",
    type: "text",
    optional: true,
    title: "Range",
    definition:
      "The share as a range of whole percents, wider the fewer the students: LT50 and GE50 less than half and half or more, LE5 5% or fewer, GE95 95% or more, 21-39 from 21% to 39%, 67 in groups of more than 300. Missing unless shown, and for staff, whose shares are exact.",
  },
  {
    name: "drawnOn",
    type: "day",
    optional: true,
    title: "Counts of",
    definition:
      "The date of the counts behind the figure. A public figure is updated once 5 to 8 of its students have changed; until then it keeps its date. Missing unless shown.",
  },
  STATE,
] as const satisfies readonly Column[];

export { STATE };

/** What the staff edition has besides: the exact number of students. */
const COUNT = {
  name: "count",
  type: "integer",
  optional: true,
  title: "Students counted",
  definition: "The exact number of students, of n. Missing unless shown.",
} as const satisfies Column;

/** The same table with the exact count beside n, for the staff edition. */
export const withCount = <Table extends TableDefinition>(definition: Table): WithCount<Table> => ({
  ...definition,
  columns: definition.columns.flatMap((column: Table["columns"][number]) =>
    column.name === "n" ? [COUNT, column] : [column],
  ),
});

type WithCount<Table extends TableDefinition> = Omit<Table, "columns"> & {
  readonly columns: readonly (Table["columns"][number] | typeof COUNT)[];
};

/** The same table with whole numbers in place of orders of magnitude, for the staff edition. */
export const withExactRecords = (definition: TableDefinition): TableDefinition => ({
  ...definition,
  columns: definition.columns.map((column) =>
    column.name === "records"
      ? { ...column, type: "integer", definition: "How many records, exactly." }
      : column,
  ),
});

export const MEASURE = [
  {
    name: "measure",
    type: "text",
    title: "Measure id",
    definition: "The measure, as the manifest defines it under measures.",
  },
  {
    name: "measureName",
    type: "text",
    title: "Measure",
    definition: "The name of the measure.",
  },
] as const satisfies readonly Column[];

export const REQUIREMENT = [
  {
    name: "requirement",
    type: "text",
    title: "Requirement id",
    definition:
      "The requirement of the mandate, as the manifest lists it under mandate.requirements; all: the least favorable answer over the student's requirements.",
  },
  {
    name: "requirementName",
    type: "text",
    title: "Requirement",
    definition: "The name of the requirement.",
  },
] as const satisfies readonly Column[];
