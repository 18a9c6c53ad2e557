/**
 * Patterns in plans and reviews that can come from filling in boxes, and can have good reasons: a
 * closed list. Each is a question to look into, never a finding about a person.
 */
export const PLAN_PATTERNS = [
  "reviewed-on-last-day",
  "reviewed-alike",
  "opened-and-reviewed",
  "goals-due-on-last-day",
] as const;
export type PlanPattern = (typeof PLAN_PATTERNS)[number];

/** So many students of one counselor with the same review are a batch. A convention. */
export const BATCH_STUDENTS = 10;

/** With one goal alone, "every goal" says nothing. A convention. */
export const LEAST_GOALS = 2;

/** Ends the definition of a pattern that asks for the last day of school. */
const WHOLE_CALENDAR =
  "Where the calendar of the school has no instructional day on May 1 or later, it was not sent to the end of the year, and nobody is counted; May 1 is a convention.";

export interface PlanPatternDefinition {
  readonly name: string;
  /** Which students are counted, and of whom. */
  readonly definition: string;
  /** What to ask before anybody concludes anything. */
  readonly question: string;
}

export const PLAN_PATTERN_DEFINITIONS: {
  readonly [pattern in PlanPattern]: PlanPatternDefinition;
} = {
  "reviewed-on-last-day": {
    name: "Reviewed on the last day",
    definition: `Of the students with a review this school year, those with one on the last instructional day of the year, or on the day on which it was due. ${WHOLE_CALENDAR}`,
    question: "Were there days set aside for reviews, or did they have to fit before the deadline?",
  },
  "reviewed-alike": {
    name: "Reviewed alike in a batch",
    definition: `Of the students with a review of their own this school year that names participants or focus areas, all by listed words, those one of whose reviews has the same day, participants and focus areas as the reviews of at least ${BATCH_STUDENTS - 1} other students of the counselor at the school. Reviews held as a group are left out. No export has the time of day, so reviews held a minute apart cannot be seen.`,
    question: "Was this one meeting with many students, or the same entry made for each?",
  },
  "opened-and-reviewed": {
    name: "Opened and reviewed the same day",
    definition:
      "Of the students with a plan that was opened this school year and has been reviewed, those whose plan was reviewed on the day it was opened.",
    question: "Did student and family have time with the plan before it was reviewed?",
  },
  "goals-due-on-last-day": {
    name: "Every goal due on the last day of school",
    definition: `Of the students whose open plan has at least ${LEAST_GOALS} goals, each with a target day, those all of whose goals are due on the last instructional day of the year. ${WHOLE_CALENDAR}`,
    question: "Does the form fill in this day by itself?",
  },
};
