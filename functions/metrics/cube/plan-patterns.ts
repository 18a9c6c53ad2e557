import { calendarFor } from "../../domain/calendar/school-calendar.ts";
import { lastInstructionalDay } from "../../domain/calendar/last-instructional-day.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { isListed } from "../../domain/plans/plan.ts";
import { enrollmentOn } from "../../domain/people/student.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import {
  acceptedPlansOf,
  reviewsHeld,
  type ReviewHeld,
} from "../../mandates/evidence/plan-records.ts";
import { currentGoals } from "../plans/current-goals.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import { counselorOf } from "../students/counselor-of.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { SchoolRecords } from "../students/school-records.ts";
import { areLastYears, sharedGoalSet } from "./goal-patterns.ts";
import {
  BATCH_STUDENTS,
  LEAST_GOALS,
  PLAN_PATTERNS,
  SAME_GOALS_STUDENTS,
  type PlanPattern,
} from "./plan-pattern.ts";

/** Of a school's students under the mandate how many could show a pattern, and how many do. */
export type PlanPatternTally = {
  readonly [pattern in PlanPattern]: { readonly count: number; readonly n: number };
};

type Seen = Pick<AssessedStudent, "record" | "answers" | "isUnderMandate">;

/** Counts the patterns of one school, student by student; batches and equal goals are those of the school. */
export function planPatterns(
  { school, calendars }: Pick<SchoolRecords, "school" | "calendars">,
  students: readonly Seen[],
  context: RuleContext,
): PlanPatternTally {
  const ofSchool = calendars.get(school);
  const asked = students.filter(({ isUnderMandate }) => isUnderMandate);
  const batches = studentsByReview(asked, context);
  const goalSets = studentsByGoals(asked, context);
  const shown = asked.map((student): Shown => {
    const enrollment = enrollmentOn(student.record.enrollments, context.asOf) ?? {};
    const days = ofSchool === undefined ? [] : calendarFor(ofSchool, enrollment).instructionalDays;
    const byTexts = shownByTexts(student, goalSets, context);
    return shownBy(student, lastInstructionalDay(days), batches, byTexts, context);
  });
  const tally = (pattern: PlanPattern) => ({
    count: shown.filter((of) => of[pattern] === true).length,
    n: shown.filter((of) => of[pattern] !== null).length,
  });
  return Object.fromEntries(
    PLAN_PATTERNS.map((pattern) => [pattern, tally(pattern)]),
  ) as PlanPatternTally;
}

/** Whether a student shows each pattern; null where the student cannot. */
type Shown = { readonly [pattern in PlanPattern]: boolean | null };
type ShownByTexts = Pick<Shown, "goals-as-others" | "goals-as-last-year">;

function shownBy(
  { record, answers }: Seen,
  lastDay: Day | null,
  batches: ReadonlyMap<string, number>,
  byTexts: ShownByTexts,
  context: RuleContext,
): Shown {
  const { mandate, asOf } = context;
  const documents = documentsOf(record);
  const held = reviewsHeld(mandate, documents, asOf);
  const entered = held.filter(isComparable);
  const dueOn = new Set(answers.filter(isOnDueDay).map(({ heldOn }) => heldOn));
  const since = firstDayOf(schoolYearOf(asOf));
  const reviewed = new Map(
    held.map(({ plan }) => [plan, held.filter((each) => each.plan === plan)]),
  );
  const opened = acceptedPlansOf(mandate, documents, asOf).filter(
    ({ plan, openedOn }) => openedOn >= since && reviewed.has(plan),
  );
  const goals = currentGoals(mandate, documents, asOf);
  const isDated = goals.length >= LEAST_GOALS && goals.every(({ targetOn }) => targetOn !== null);
  return {
    "reviewed-on-last-day":
      held.length === 0 || lastDay === null
        ? null
        : held.some(({ heldOn }) => heldOn === lastDay || dueOn.has(heldOn)),
    "reviewed-alike":
      entered.length === 0
        ? null
        : entered.some((review) => (batches.get(alike(record, review)) ?? 0) >= BATCH_STUDENTS),
    "opened-and-reviewed":
      opened.length === 0
        ? null
        : opened.some(({ plan, openedOn }) =>
            reviewed.get(plan)?.some(({ heldOn }) => heldOn === openedOn),
          ),
    "goals-due-on-last-day":
      isDated && lastDay !== null ? goals.every(({ targetOn }) => targetOn === lastDay) : null,
    ...byTexts,
  };
}

/** The patterns in what goals say. */
function shownByTexts(
  { record }: Seen,
  goalSets: ReadonlyMap<string, number>,
  { mandate, asOf }: RuleContext,
): ShownByTexts {
  const goals = currentGoals(mandate, documentsOf(record), asOf);
  const set = sharedGoalSet(goals, asOf);
  return {
    "goals-as-others":
      set.kind === "too-few-goals"
        ? null
        : set.kind === "shared" && (goalSets.get(set.key) ?? 0) >= SAME_GOALS_STUDENTS,
    "goals-as-last-year": areLastYears(goals, record.document?.plans ?? []),
  };
}

const isOnDueDay = ({ heldOn, dueOn }: Seen["answers"][number]): boolean =>
  heldOn !== null && heldOn === dueOn;

/**
 * A review that says nothing of itself is like every other, one with a word that is not listed may be
 * like none, and a group's review is one meeting.
 */
function isComparable({ participants, focusAreas, meeting }: ReviewHeld): boolean {
  const named = [...participants, ...focusAreas];
  return meeting !== "group" && named.length > 0 && named.every(isListed);
}

/** What reviews that are the same have in common. */
const alike = (record: Seen["record"], { heldOn, participants, focusAreas }: ReviewHeld): string =>
  JSON.stringify([counselorOf(record), heldOn, participants.toSorted(), focusAreas.toSorted()]);

/** By what reviews have in common, how many students of a counselor have one; without a counselor there is no batch. */
function studentsByReview(
  students: readonly Seen[],
  { mandate, asOf }: RuleContext,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { record } of students) {
    if (counselorOf(record) === "") continue;
    const held = reviewsHeld(mandate, documentsOf(record), asOf).filter(isComparable);
    for (const key of new Set(held.map((review) => alike(record, review)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** By goals that students have in common, how many of them have these goals and no others. */
function studentsByGoals(
  students: readonly Seen[],
  { mandate, asOf }: RuleContext,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { record } of students) {
    const set = sharedGoalSet(currentGoals(mandate, documentsOf(record), asOf), asOf);
    if (set.kind === "shared") counts.set(set.key, (counts.get(set.key) ?? 0) + 1);
  }
  return counts;
}
