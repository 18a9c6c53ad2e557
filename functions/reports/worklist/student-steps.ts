import { byText } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { RequirementAnswer } from "../../mandates/clock/answer.ts";
import type { RuleContext } from "../../metrics/students/measure-context.ts";
import { needOf, type Need } from "../../metrics/questions/needs.ts";
import {
  RECORD_PROBLEM_DEFINITIONS,
  type RecordProblem,
} from "../../metrics/cube/record-problem.ts";
import { urgency, type Urgent } from "./by-urgency.ts";

/** One requirement of the mandate for one student: the answer, and what is to be done now. */
export interface AnsweredRequirement {
  readonly requirement: string;
  /** Undefined for students who are not under the mandate, and where no plans were sent. */
  readonly answer: RequirementAnswer | undefined;
  readonly need: Need | null;
}

/** A record of a student that does not agree with another system, and since when. */
export interface StudentProblem {
  readonly problem: RecordProblem;
  readonly sinceOn: Day;
}

/** Something to be done about a student. */
export type Step = Urgent & { readonly dueOn: Day | null };

/**
 * Each requirement of the mandate with the student's answer and need. What is in force on another day, or
 * owed on request only, is on nobody's list.
 * @param rules the ids of the requirements that every student is held to on the day
 */
export const answeredRequirements = (
  { mandate, asOf }: RuleContext,
  student: { readonly answers: readonly RequirementAnswer[]; readonly hasOpenPlan: boolean },
  rules: ReadonlySet<string>,
): readonly AnsweredRequirement[] =>
  mandate.requirements.map(({ id }, place) => {
    // Answers are in the order of the mandate.
    const inPlace = student.answers[place];
    const answer =
      inPlace?.requirement.id === id
        ? inPlace
        : student.answers.find(({ requirement }) => requirement.id === id);
    const need = answer === undefined || !rules.has(id) ? null : needOf(answer, student, asOf);
    return { requirement: id, answer, need };
  });

/** What is to be done about a student: what requirements wait for, and records that somebody has to fix. */
export const stepsOf = (
  requirements: readonly AnsweredRequirement[],
  problems: readonly StudentProblem[],
): readonly Step[] => {
  const needed: Step[] = [];
  for (const { requirement, answer, need } of requirements) {
    if (need === null || answer === undefined) continue;
    needed.push({ requirement, need, dueOn: answer.dueOn, sinceOn: null, owner: "counselor" });
  }
  if (problems.length === 0) return needed;
  const waitsForPlan = needed.some(({ need }) => need === "no-plan" || need === "plan-missing");
  return [
    ...needed,
    ...problems
      // The missing plan is one task, not two.
      .filter(({ problem }) => problem !== "enrolled-without-plan" || !waitsForPlan)
      .map(fixRecord),
  ];
};

const fixRecord = ({ problem, sinceOn }: StudentProblem): Step => ({
  requirement: `record-${problem}`,
  need: "fix-record",
  dueOn: null,
  sinceOn,
  owner: RECORD_PROBLEM_DEFINITIONS[problem].owner,
});

/** The most urgent step; undefined where nothing is to be done. */
export const mostUrgent = (steps: readonly Step[]): Step | undefined =>
  steps.length < 2 ? steps[0] : [...steps].sort(byText(urgency))[0];
