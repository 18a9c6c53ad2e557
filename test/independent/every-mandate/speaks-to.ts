import { birthday, FIRST_DAY } from "./days.ts";
import { gradesOf, LADDER, type PlainMandate, type PlainRule } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { isEntrant, isInProgram, lastEvent, thisYearBegins } from "./school-life.ts";

type Told = "yes" | "no" | "cannot say";

/** Whether a requirement speaks to a student on a day: one "no" decides, else one that no record answers. */
export function speaksTo(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asOf: string,
): Told {
  const { grade } = student;
  if (grade === null || !gradesOf(mandate, rule).includes(grade)) return "no";
  const told = [
    byCohort(rule, student, grade),
    byPhase(rule, student, grade),
    byProgram(rule, student, asOf),
    byEntry(rule, student),
    byEvent(rule, student, asOf),
    byAge(rule, student, asOf),
  ];
  if (told.includes("no")) return "no";
  return told.includes("cannot say") ? "cannot say" : "yes";
}

const yesNo = (isYes: boolean): Told => (isYes ? "yes" : "no");

function byCohort(
  { appliesTo }: PlainRule,
  { year, entersGrade9In, graduatesIn }: PlainStudent,
  grade: string,
): Told {
  const cohort = appliesTo?.cohort;
  if (cohort === undefined) return "yes";
  const { from = 0, until = 9999 } = cohort;
  const isIn = (of: number): boolean => from <= of && of <= until;
  const isGraduating = cohort.by === "graduating";
  const stated = isGraduating ? graduatesIn : entersGrade9In;
  if (stated !== null) return yesNo(isIn(stated));
  // Without a record: a student may have skipped one grade, and repeated up to four.
  const ordinary = year + LADDER.indexOf(isGraduating ? "12" : "09") - LADDER.indexOf(grade);
  const possible = isGraduating ? [-1, 0, 1, 2, 3, 4] : [-4, -3, -2, -1, 0, 1];
  const years = possible.map((shift) => isIn(ordinary + shift));
  if (years.every((year) => year)) return "yes";
  return years.some((year) => year) ? "cannot say" : "no";
}

function byPhase({ appliesTo }: PlainRule, { year }: PlainStudent, grade: string): Told {
  const phase = appliesTo?.phases?.find(({ grades }) => grades.includes(grade));
  return yesNo(phase === undefined || phase.from <= year);
}

function byProgram({ appliesTo }: PlainRule, { programs }: PlainStudent, asOf: string): Told {
  const asked = appliesTo?.programs;
  if (asked === undefined) return "yes";
  if (programs === null) return "cannot say";
  const now = programs
    .filter((program) => isInProgram(program, asOf))
    .map(({ program }) => program);
  return yesNo(
    (asked.anyOf === undefined || asked.anyOf.some((program) => now.includes(program))) &&
      !(asked.noneOf ?? []).some((program) => now.includes(program)),
  );
}

function byEntry({ appliesTo }: PlainRule, student: PlainStudent): Told {
  if (appliesTo?.entrants === undefined) return "yes";
  if (student.calendar.length === 0) return "cannot say";
  return yesNo(isEntrant(student) === (appliesTo.entrants === "only"));
}

/** What no record of the district ever says did not fail to happen. */
function byEvent({ appliesTo }: PlainRule, student: PlainStudent, asOf: string): Told {
  const after = appliesTo?.after;
  if (after === undefined) return "yes";
  if (student.events === null) return "cannot say";
  const since = after.within === "ever" ? FIRST_DAY : thisYearBegins(asOf);
  if (lastEvent(student, after.event, since, asOf) !== null) return "yes";
  return student.collected?.events.includes(after.event) === false ? "cannot say" : "no";
}

function byAge({ appliesTo }: PlainRule, { birthOn }: PlainStudent, asOf: string): Told {
  const age = appliesTo?.youngerThan;
  if (age === undefined) return "yes";
  return birthOn === null ? "cannot say" : yesNo(asOf < birthday(birthOn, age));
}
