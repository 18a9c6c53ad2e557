import { addDays, type Day } from "../domain/day.ts";
import type { ClockCase } from "./clock-case.ts";
import type { Due } from "./due.ts";
import { dueDay, type DueDay } from "./due-day.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import type { Requirement } from "./requirement.ts";

/** The due day of a requirement for one student, and what became of it for one who came later. */
export interface DueFor {
  /** As for everybody. */
  readonly original: DueDay;
  /** With the days of grace, or the clock of the text, of a student who came during the year. */
  readonly due: DueDay;
  /** The words of the text from which the day follows: those for who came late, where they govern. */
  readonly rule: Due;
  readonly isEntrant: boolean;
  /** The student came to the district during the year, after the day by which others had to be done. */
  readonly isTooLate: boolean;
  readonly graceEndsOn: Day;
}

export function dueFor(
  mandate: MandateProfile,
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): DueFor {
  const original = dueDay(requirement.due, student, asOf);
  const firstDay = student.calendar.instructionalDays[0] ?? null;
  const isEntrant = firstDay !== null && student.enteredOn > firstDay;
  const graceEndsOn = addDays(student.enteredOn, mandate.entrantGraceDays);
  const isTooLate =
    isEntrant &&
    (original.kind === "past" || (original.kind === "day" && original.latest < student.enteredOn));
  const due = isEntrant
    ? forEntrant(requirement, original, isTooLate, student, graceEndsOn, asOf)
    : original;
  const rule = isTooLate ? (requirement.entrantDue ?? requirement.due) : requirement.due;
  return { original, due, rule, isEntrant, isTooLate, graceEndsOn };
}

function forEntrant(
  { entrantDue }: Requirement,
  original: DueDay,
  isTooLate: boolean,
  student: ClockCase,
  graceEndsOn: Day,
  asOf: Day,
): DueDay {
  if (isTooLate && entrantDue !== undefined) return dueDay(entrantDue, student, asOf);
  if (original.kind === "past") return { kind: "day", on: graceEndsOn, latest: graceEndsOn };
  if (original.kind !== "day" || original.on >= graceEndsOn) return original;
  return {
    kind: "day",
    on: graceEndsOn,
    latest: original.latest > graceEndsOn ? original.latest : graceEndsOn,
  };
}

/** The day by which it is known whether a rule is in force for what comes due. */
export function dayOfRule(due: DueDay, asOf: Day): Day {
  switch (due.kind) {
    case "day":
      return due.latest;
    case "past":
      return due.about;
    case "later":
      return due.notBefore;
    case "unknown":
    case "open":
      return asOf;
  }
}
