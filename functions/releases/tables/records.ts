/** The tables about records themselves: where systems disagree, and what came and went. */
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { FIGURE, PLACE } from "./columns.ts";

export const reconciliation = {
  name: "reconciliation",
  title: "Plans compared with the roster",
  description:
    "One row per level, school and problem: the share of enrolled students whose plan and whose enrollment do not agree; for plans without enrollment, of these and those who have such a plan.",
  primaryKey: ["level", "school", "problem"],
  columns: [
    ...PLACE,
    {
      name: "problem",
      type: "text",
      title: "Problem id",
      definition:
        "enrolled-without-plan, plan-without-enrollment, wrong-school, wrong-grade, duplicate-identity or stale-plan-file.",
    },
    { name: "problemName", type: "text", title: "Problem", definition: "The problem in words." },
    { name: "cause", type: "text", title: "Cause", definition: "What does not agree." },
    {
      name: "owner",
      type: "text",
      title: "Who can fix it",
      definition: "Registrar, counselor, or the vendor of the plan platform.",
    },
    { name: "remedy", type: "text", title: "What to do", definition: "How it is fixed." },
    {
      name: "medianWeeks",
      type: "integer",
      optional: true,
      title: "Weeks so far",
      definition:
        "Whole weeks since the problem began, as the median over its students; missing where nobody has it.",
    },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

export const recordsChanged = {
  name: "records-changed",
  title: "Records changed since the last release",
  description:
    "One row per table of records and sort of change, from the release before to this one, whole district.",
  primaryKey: ["table", "change"],
  columns: [
    {
      name: "table",
      type: "text",
      title: "Table id",
      definition: "The table of conformed records.",
    },
    { name: "tableName", type: "text", title: "Records", definition: "What a record is about." },
    {
      name: "change",
      type: "text",
      title: "Change id",
      definition:
        "added, changed or withdrawn; not-compared: what was stored of the release before is damaged, so nobody can say which of these records changed.",
    },
    { name: "changeName", type: "text", title: "Change", definition: "The change in words." },
    {
      name: "records",
      type: "text",
      title: "Records",
      definition:
        "How many records changed this way, by order of magnitude: the exact number could reveal one student.",
    },
  ],
} as const satisfies TableDefinition;
