import { isActiveOn } from "../domain/plan.ts";
import { firstDayOf, schoolYearOf } from "../domain/school-year.ts";
import { isEnrolledOn, schoolOn } from "../domain/student.ts";
import { isExempt } from "./is-exempt.ts";
import { verdict, type AssessedStudent, type Metric, type RuleContext } from "./metric.ts";
import { arrivalOf, TRANSITION_SOURCE } from "./transition.ts";

/**
 * The milestone after the move: the plan has come along. It can only be seen where the student
 * arrived, so it speaks of this year's arrivals: the other milestones of the move from grade 8 to 9
 * speak of those who have it ahead of them. Leaving grade 12 leads to no school of the district.
 */
export const transitionHandover: Metric = {
  id: "transition-handover",
  name: "Handed over to the next school",
  isHigherBetter: true,
  definition:
    "Students who made the move this school year and whose open plan came along: the plan platform has it at the school that counts them.",
  numerator: "Students whose plan the platform has at the school that counts them.",
  denominator:
    "Students with an open plan in the grade of arrival (6, or 9 for the move from grade 8) who entered their school this school year and whose school the plan platform gives.",
  exclusions:
    "Students who were at the school before, who are exempt, who have no open plan, or of whom the platform gives no school. A review does not count as a handover, since its record does not say at which school it was held. After grade 12 there is no next school in the district, so nothing is handed over.",
  source: TRANSITION_SOURCE,
  version: 1,
  breakdowns: ["transition"],
  needs: "plans",
  population: "mandate",
  transitionOf: ({ record }, { mandate }) => arrivalOf(mandate, record.student.grade)?.id ?? null,
  measure(student, context) {
    const { record, isAsked } = student;
    const { mandate, asOf } = context;
    const arrival = arrivalOf(mandate, record.student.grade);
    if (arrival === null || !isAsked || isExempt(record, arrival.id, asOf)) return "outside";
    const entry = entryOf(student, context);
    const open = record.document?.plans.find((plan) => isActiveOn(plan, asOf));
    if (entry === null || open === undefined) return "outside";
    const told = record.statements.find(({ plan }) => plan === open.plan)?.school ?? null;
    if (told === null || !mandate.planTypes.includes(open.planType)) return "outside";
    return verdict(told === entry.school);
  },
};

/** The stay that began with an arrival this school year; null for students who were at the school before. */
function entryOf({ record: { stays } }: AssessedStudent, { asOf }: RuleContext) {
  const school = schoolOn(stays, asOf);
  const here = stays.filter((stay) => stay.school === school && stay.enteredOn <= asOf);
  const wasHereBefore = here.some(({ enteredOn }) => enteredOn < firstDayOf(schoolYearOf(asOf)));
  return wasHereBefore ? null : (here.find((stay) => isEnrolledOn(stay, asOf)) ?? null);
}
