/** The published table by which student groups are compared. */
import type { TableDefinition } from "../domain/table-definition.ts";
import { BAND, MEASURE, PLACE, STATE } from "./table-columns.ts";

export const studentGroups = {
  name: "student-groups",
  title: "Student groups beside each other",
  description:
    "One row a measure, level, school, transition, division and group: the share of the group's students who are counted, and how far it is from the share it is held against. A gap is told as what the two bands leave open.",
  primaryKey: ["measure", "level", "school", "requirement", "division", "group"],
  columns: [
    ...MEASURE,
    ...PLACE,
    {
      name: "requirement",
      type: "text",
      title: "Transition id",
      definition:
        "The transition whose cohort the measure speaks of; empty where it speaks of every grade.",
    },
    {
      name: "requirementName",
      type: "text",
      title: "Transition",
      definition: "The transition as a reader says it; empty as the id is.",
    },
    {
      name: "division",
      type: "text",
      title: "Division id",
      definition:
        "How the students are divided: race-ethnicity, sex, english-learner, disability, economic-status, homeless, or two of them at once joined by a plus sign.",
    },
    {
      name: "divisionName",
      type: "text",
      title: "Division",
      definition: "The division as a reader says it.",
    },
    {
      name: "group",
      type: "text",
      title: "Group id",
      definition: "The group within the division, such as female, or yes and no of a program.",
    },
    {
      name: "groupName",
      type: "text",
      title: "Group",
      definition: "The group as a reader says it.",
    },
    BAND,
    STATE,
    {
      name: "heldAgainst",
      type: "text",
      title: "Held against, id",
      definition:
        "The group whose share this one is held against: the other of two groups, or all students of the place. Empty where the other row of a pair has the gap.",
    },
    {
      name: "heldAgainstName",
      type: "text",
      title: "Held against",
      definition: "That group as a reader says it.",
    },
    {
      name: "heldAgainstBand",
      type: "text",
      optional: true,
      title: "Share held against",
      definition: "Its band; missing unless both shares are shown.",
    },
    {
      name: "gapLow",
      type: "integer",
      optional: true,
      title: "Gap, least",
      definition:
        "Percentage points by which the group's share is over the other's at the least, below zero where it can be under it. From the two bands alone; missing unless both are shown.",
    },
    {
      name: "gapHigh",
      type: "integer",
      optional: true,
      title: "Gap, greatest",
      definition: "The same at the most.",
    },
    {
      name: "gap",
      type: "text",
      title: "Gap",
      definition:
        "higher or lower where every share in the one band is above every share in the other; unclear where the bands allow either; empty where there is no gap to tell.",
    },
  ],
} as const satisfies TableDefinition;
