/** Columns that several published tables share, word for word. */
import type { Column } from "../domain/table-definition.ts";

export const PLACE = [
  {
    name: "level",
    type: "text",
    title: "Level",
    definition: "Whom the row is about: district or school.",
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
      "How the students are divided: all, grade or transition. Only one division at a time is published.",
  },
  {
    name: "group",
    type: "text",
    title: "Group id",
    definition: "The group within the breakdown: all, a CEDS grade code, or a transition.",
  },
  {
    name: "groupName",
    type: "text",
    title: "Group",
    definition: "The group as a reader says it: All students, Grade 8, Grade 8 to 9.",
  },
] as const satisfies readonly Column[];

export const STATE = {
  name: "state",
  type: "text",
  title: "State of the figure",
  definition:
    "shown; hidden (to protect students: the group is under the minimum, or a hidden figure could be worked out from it); not-enough-data (nobody to measure yet); not-applicable (the rule does not apply here).",
} as const satisfies Column;

export const BAND = {
  name: "band",
  type: "text",
  optional: true,
  title: "Share of students",
  definition:
    "The share of students as a band of whole percents, wider the fewer the students: LT50 and GE50 less than half and half or more, LE5 5% or fewer, GE95 95% or more, 21-39 from 21% to 39%, 67 in groups of more than 300. Missing unless shown.",
} as const satisfies Column;

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
    definition: "The measure's name as a reader says it.",
  },
] as const satisfies readonly Column[];

export const REQUIREMENT = [
  {
    name: "requirement",
    type: "text",
    title: "Requirement id",
    definition:
      "The requirement of the mandate, as the manifest lists it under mandate.requirements; all: the least favourable answer over the student's requirements that are due.",
  },
  {
    name: "requirementName",
    type: "text",
    title: "Requirement",
    definition: "The requirement's name as a reader says it.",
  },
] as const satisfies readonly Column[];
