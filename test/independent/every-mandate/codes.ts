import { readFileSync } from "node:fs";
import { PLAIN_MANDATES, type PlainDue } from "./plain-mandates.ts";

/** The codes of the records, from the schema of the mandates' files. */
const { $defs: definitions } = JSON.parse(
  readFileSync(
    new URL("../../../functions/mandates/rules/profile.schema.json", import.meta.url),
    "utf8",
  ),
) as { readonly $defs: { readonly [name: string]: { readonly enum: readonly string[] } } };

const codesOf = (name: string): readonly string[] => {
  const codes = definitions[name]?.enum;
  if (codes === undefined) throw new Error(`the schema has no list "${name}"`);
  return codes;
};

export const COMPONENTS = codesOf("component");
export const EVENTS = codesOf("event");
export const ROLES = ["student", "family", "counselor", "teacher", "administrator", "other"];
export const GOAL_DOMAINS = ["academic", "career", "personal"];
export const MEETINGS = ["individual", "group"];
export const FOCUS_AREAS = [
  ...["career-exploration", "education-plan", "career-matching", "resume"],
  ...["high-school-plan", "refined-career-plan", "postsecondary-options"],
];

const RULES = PLAIN_MANDATES.flatMap(({ requirements }) => requirements);

/** Ids of requirements, each as often as there are such rules. */
export const REQUIREMENT_IDS = RULES.map(({ id }) => id);
export const PROGRAMS = [
  ...new Set(
    RULES.flatMap(({ appliesTo }) => [
      ...(appliesTo?.programs?.anyOf ?? []),
      ...(appliesTo?.programs?.noneOf ?? []),
    ]),
  ),
  "school-food",
];

/** Dates that texts name, as month and day. */
export const NAMED_DATES: readonly (readonly [month: number, day: number])[] = RULES.flatMap(
  ({ due }) => datesIn(due),
);

function datesIn(due: PlainDue): (readonly [number, number])[] {
  if (Array.isArray(due.of)) return (due.of as readonly PlainDue[]).flatMap(datesIn);
  return due.month === undefined || due.day === undefined ? [] : [[due.month, due.day]];
}
