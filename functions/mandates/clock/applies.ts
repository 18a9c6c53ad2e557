import type { Day } from "../../domain/calendar/day.ts";
import { GRADES, gradeName, type Grade } from "../../domain/people/grade.ts";
import {
  firstDayOf,
  schoolYearName,
  schoolYearOf,
  schoolYear,
} from "../../domain/calendar/school-year.ts";
import type { Applicability } from "../rules/applicability.ts";
import { moreOf, type ClockCase } from "./clock-case.ts";
import { birthday } from "./due-day.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { Requirement } from "../rules/requirement.ts";
import { lastEvent } from "./student-events.ts";

/** Whether a requirement applies to a student on a day; unknown if no record says so. */
export type Applies =
  | { readonly kind: "yes" }
  | { readonly kind: "no"; readonly because: string }
  | { readonly kind: "unknown"; readonly because: string };

const YES: Applies = { kind: "yes" };
const no = (because: string): Applies => ({ kind: "no", because });
const unknown = (because: string): Applies => ({ kind: "unknown", because });

export function applies(
  mandate: MandateProfile,
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): Applies {
  const { grade } = student;
  if (grade === null)
    return no("The exports give no grade level, so no requirement can be checked.");
  if (!gradesOf(mandate, requirement).includes(grade)) {
    return no(`It does not apply to ${gradeName(grade).toLowerCase()}.`);
  }
  const { appliesTo } = requirement;
  if (appliesTo === undefined) return YES;
  let open: Applies = YES;
  for (const part of PARTS) {
    const answer = part(appliesTo, student, grade, asOf);
    if (answer.kind === "no") return answer;
    if (answer.kind === "unknown" && open.kind === "yes") open = answer;
  }
  return open;
}

/** The grades to which a requirement applies. */
export const gradesOf = (mandate: MandateProfile, requirement: Requirement): readonly Grade[] =>
  requirement.kind === "transition-review"
    ? [requirement.grade]
    : (requirement.appliesTo?.grades ?? mandate.grades);

type Part = (to: Applicability, student: ClockCase, grade: Grade, asOf: Day) => Applies;

const ofCohort: Part = ({ cohort }, student, grade, asOf) => {
  if (cohort === undefined) return YES;
  const { entersGrade9In, graduatesIn } = moreOf(student).cohort;
  const onRecord = cohort.by === "graduating" ? graduatesIn : entersGrade9In;
  const anchor = cohort.by === "graduating" ? "12" : "09";
  const ordinary = schoolYearOf(asOf) + GRADES.indexOf(anchor) - GRADES.indexOf(grade);
  // Without a record: a student who skipped a grade entered a year later, one who repeated grades
  // up to four years earlier.
  const drift = cohort.by === "graduating" ? { under: 1, over: 4 } : { under: 4, over: 1 };
  const first = onRecord ?? ordinary - drift.under;
  const last = onRecord ?? ordinary + drift.over;
  const { from = -Infinity, until = Infinity } = cohort;
  if (first >= from && last <= until) return YES;
  return last < from || first > until
    ? no(`It applies to students ${cohort.by.replaceAll("-", " ")} ${yearsOf(from, until)}.`)
    : unknown(`No record says whether the student is among those ${yearsOf(from, until)}.`);
};

const ofPhases: Part = ({ phases }, _student, grade, asOf) => {
  const phase = phases?.find(({ grades }) => grades.includes(grade));
  return phase === undefined || phase.from <= schoolYearOf(asOf)
    ? YES
    : no(
        `${gradeName(grade)} comes under the rule from ${schoolYearName(schoolYear(phase.from))} on.`,
      );
};

const ofPrograms: Part = ({ programs }, student, _grade, asOf) => {
  if (programs === undefined) return YES;
  const held = moreOf(student).programs;
  if (held === null) return unknown("It depends on programs, and the exports have none.");
  const inForce = new Set(
    held
      .filter(({ beganOn, endedOn }) => beganOn <= asOf && (endedOn === null || asOf < endedOn))
      .map(({ program }) => program),
  );
  const { anyOf, noneOf } = programs;
  if (anyOf !== undefined && !anyOf.some((program) => inForce.has(program))) {
    return no("The student is in none of the programs it applies to.");
  }
  return noneOf?.some((program) => inForce.has(program)) === true
    ? no("The student is in a program to which it does not apply.")
    : YES;
};

const ofEntrants: Part = ({ entrants }, { calendar, enteredOn }) => {
  if (entrants === undefined) return YES;
  const first = calendar.instructionalDays[0];
  if (first === undefined)
    return unknown("Without a calendar, it is unknown who entered during the year.");
  return enteredOn > first === (entrants === "only")
    ? YES
    : no(
        entrants === "only"
          ? "The student did not enter the district during the school year."
          : "The student entered the district during the school year.",
      );
};

const ofEvent: Part = ({ after }, student, _grade, asOf) => {
  if (after === undefined) return YES;
  const { events, collected } = moreOf(student);
  const words = after.event.replaceAll("-", " ");
  if (events === null)
    return unknown(`It starts with an event, and the exports have no events: ${words}.`);
  if (collected?.events.has(after.event) === false) {
    return unknown(`It starts with an event that the district never records: ${words}.`);
  }
  const since = after.within === "ever" ? null : firstDayOf(schoolYearOf(asOf));
  return lastEvent(events, after.event, since, asOf) === null
    ? no(`It starts with an event that has not occurred: ${words}.`)
    : YES;
};

const ofAge: Part = ({ youngerThan }, student, _grade, asOf) => {
  if (youngerThan === undefined) return YES;
  const { birthOn } = moreOf(student);
  if (birthOn === null)
    return unknown("It depends on the date of birth, and the exports give none.");
  return asOf < birthday(birthOn, youngerThan)
    ? YES
    : no(`The student is ${youngerThan} years old or older.`);
};

const PARTS: readonly Part[] = [ofCohort, ofPhases, ofPrograms, ofEntrants, ofEvent, ofAge];

function yearsOf(from: number, until: number): string {
  const name = (year: number): string => schoolYearName(schoolYear(year));
  if (until === Infinity) return `from ${name(from)} on`;
  return from === -Infinity ? `until ${name(until)}` : `from ${name(from)} until ${name(until)}`;
}
