import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { PLAN_PATTERN_DEFINITIONS, PLAN_PATTERNS } from "../../metrics/cube/plan-pattern.ts";
import { FIGURE, PLACE } from "./columns.ts";
import { placeColumns, type EditionScope, type Place } from "./places.ts";

/** For staff alone, by school and never by counselor: a pattern is a question to a school. */
export const planPatterns = {
  name: "plan-patterns",
  title: "Patterns to look into",
  description:
    "One row per level, school and pattern in plans and reviews that can come from filling in boxes and can have good reasons. Each is a question to look into and no finding about a person: nobody is ranked by it, and no row is about a counselor. The share is of the students under the mandate of whom the pattern could be seen.",
  primaryKey: ["level", "school", "pattern"],
  columns: [
    ...PLACE,
    {
      name: "pattern",
      type: "text",
      title: "Pattern id",
      definition:
        "reviewed-on-last-day, reviewed-alike, opened-and-reviewed, goals-due-on-last-day, goals-as-others or goals-as-last-year.",
    },
    { name: "patternName", type: "text", title: "Pattern", definition: "The pattern in words." },
    {
      name: "meaning",
      type: "text",
      title: "Meaning",
      definition: "Which students are counted, and of whom.",
    },
    {
      name: "question",
      type: "text",
      title: "Question",
      definition: "What to ask before anybody concludes anything.",
    },
    ...FIGURE,
  ],
} as const satisfies TableDefinition;

/** The patterns at one place. */
export const planPatternRows = ({ cube, ...place }: Place, { asOf }: EditionScope) =>
  PLAN_PATTERNS.map((pattern) => {
    const { name, definition, question } = PLAN_PATTERN_DEFINITIONS[pattern];
    const { count, n } = cube.patterns[pattern];
    const isShown = cube.availability.plans && n > 0;
    const share = isShown ? count / n : null;
    return {
      ...placeColumns({ cube, ...place }),
      pattern,
      patternName: name,
      meaning: definition,
      question,
      count: isShown ? count : null,
      n: isShown ? n : null,
      ...{ low: share, high: share, band: null },
      drawnOn: isShown ? asOf : null,
      state: isShown ? "shown" : cube.availability.plans ? "not-applicable" : "not-enough-data",
    };
  });
