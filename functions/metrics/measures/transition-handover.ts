import { YES_NO_PARTS, type YesNoPart } from "../../domain/figures/parts.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { isEnrolledOn, schoolOn } from "../../domain/people/student.ts";
import { isExempt } from "../students/is-exempt.ts";
import { openPlans } from "../../mandates/evidence/plan-records.ts";
import type { TransitionReview } from "../../mandates/rules/requirement.ts";
import { eachTransition } from "./measure-bars.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { Metric } from "./metric.ts";
import { arrivalGrade, TRANSITION_SOURCE } from "./transition.ts";

/**
 * The milestone after the move: the plan was passed on. It can only be seen at the school where the
 * student arrived, so it counts this year's arrivals, while the other milestones of the move from
 * grade 8 to 9 count students before the move. Leaving grade 12 leads to no school of the district.
 */
export const transitionHandover: Metric = {
  id: "transition-handover",
  name: "Plan received by the new school",
  isHigherBetter: true,
  definition:
    "Students who made the move this school year and whose open plan came along: the plan platform has it at the school that counts them.",
  numerator: "Students whose plan the platform has at the school that counts them.",
  denominator:
    "Students enrolled on the date of the data in the grade of arrival: 6, or 9 for the move from grade 8.",
  exclusions:
    "Nobody. Students who were at the school before, who are exempt, who have no open plan, or of whom the platform gives no school are counted as not asked. A review does not count as a handover, since its record does not say at which school it was held. After grade 12 there is no next school in the district, so nothing is handed over.",
  source: TRANSITION_SOURCE,
  version: 3,
  isPublic: false,
  needs: "plans",
  counted: ["yes"],
  against: ["no"],
  ...eachTransition({ id: "transition-handover", parts: YES_NO_PARTS }, (requirement) => {
    const grade = arrivalGrade(requirement);
    if (grade === null) return null;
    return {
      population: { kind: "grade", grade },
      needs: "plans",
      isPublic: false,
      afterDue: [],
      answer: (student, context) => handedOver(student, requirement, context),
    };
  }),
};

function handedOver(
  student: AssessedStudent,
  { id }: TransitionReview,
  context: RuleContext,
): YesNoPart {
  const { record, isAsked } = student;
  const { mandate, asOf } = context;
  if (!isAsked || isExempt(record, id, asOf)) return "not-asked";
  const entry = entryOf(student, context);
  const [open] = openPlans(mandate, record.document === null ? [] : [record.document], asOf);
  if (entry === null || open === undefined) return "not-asked";
  const statedSchool = record.statements.find(({ plan }) => plan === open.plan)?.school ?? null;
  if (statedSchool === null) return "not-asked";
  return statedSchool === entry.school ? "yes" : "no";
}

/**
 * The enrollment that began with an arrival this school year; null for students who were at the
 * school before.
 */
function entryOf({ record: { enrollments } }: AssessedStudent, { asOf }: RuleContext) {
  const school = schoolOn(enrollments, asOf);
  const atSchool = enrollments.filter(
    (enrollment) => enrollment.school === school && enrollment.enteredOn <= asOf,
  );
  const wasHereBefore = atSchool.some(
    ({ enteredOn }) => enteredOn < firstDayOf(schoolYearOf(asOf)),
  );
  return wasHereBefore
    ? null
    : (atSchool.find((enrollment) => isEnrolledOn(enrollment, asOf)) ?? null);
}
