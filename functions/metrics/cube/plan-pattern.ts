/**
 * Patterns in plans and reviews that can come from filling in boxes, and can have good reasons: a
 * closed list. Each is a question to look into, never a finding about a person.
 */
export const PLAN_PATTERNS = [
  "reviewed-on-last-day",
  "reviewed-alike",
  "opened-and-reviewed",
  "goals-due-on-last-day",
  "goals-as-others",
  "goals-as-last-year",
] as const;
export type PlanPattern = (typeof PLAN_PATTERNS)[number];

/** So many students of one counselor with the same review are a batch. A convention. */
export const BATCH_STUDENTS = 10;

/** With one goal alone, "every goal" says nothing. A convention. */
export const LEAST_GOALS = 2;

/** So many students of one school with the same goals have them in common. A convention. */
export const SAME_GOALS_STUDENTS = 3;

/** Ends the definition of a pattern that asks for the last day of school. */
const WHOLE_CALENDAR =
  "Where the calendar of the school has no instructional day on May 1 or later, it was not sent to the end of the year, and nobody is counted; May 1 is a convention.";

/** Says which goals a pattern is about. */
const COMPARED_GOALS =
  "Compared are goals of at least five words that are neither discontinued nor required of every student, in plans that are neither drafts nor for special services (IEP, 504, EL-ILP).";

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
  "goals-as-others": {
    name: "The same goals as other students",
    definition: `Of the students with at least ${LEAST_GOALS} compared goals in open plans that are not all the same shared text, those who share each of them with at least 2 other students of the district, and have the same goals, one for one, as at least ${SAME_GOALS_STUDENTS - 1} other students of the school under the mandate. Texts are the same, or nearly, as in "A goal of the student's own". ${COMPARED_GOALS}`,
    question:
      "Did these students set out on the same goals together, or was one plan entered for several?",
  },
  "goals-as-last-year": {
    name: "The same goals as last year",
    definition: `Of the students with compared goals both in this school year's open plan and in a plan of the school year before, those who had each goal of this year then too, word for word: dates may differ, and names of the student and beginnings that the form words are left out; a goal with another grade level, course or target is a new one. ${COMPARED_GOALS} A goal that was discontinued last year counts as one of last year.`,
    question:
      "A goal may well take several years: was it talked about again this year, or only carried over?",
  },
};
