import { addDays, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { moreOf, type ClockCase } from "./clock-case.ts";
import type { Due } from "../rules/due.ts";
import { dueDay, type DueDay } from "./due-day.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { Requirement } from "../rules/requirement.ts";
import { lastEvent } from "./student-events.ts";

/**
 * The due day of a requirement for one student, and how it changes for a student who came later.
 */
export interface DueFor {
  /** The due day of everybody. */
  readonly original: DueDay;
  /**
   * The due day with the days of grace, or the text's own due day, for a student who came during
   * the year.
   */
  readonly due: DueDay;
  /** The words of the text from which the day follows: those for late entrants, if they apply. */
  readonly rule: Due;
  /**
   * The day on which the student entered the district or, if it fell due while the student was away,
   * came back.
   */
  readonly cameOn: Day;
  /** Whether that was during the school year. */
  readonly isEntrant: boolean;
  /**
   * Whether the student came to the district during the year, after the day by which others had to
   * be done.
   */
  readonly isTooLate: boolean;
  readonly graceEndsOn: Day;
}

export function dueFor(
  mandate: MandateProfile,
  requirement: Requirement,
  counted: ClockCase,
  asOf: Day,
): DueFor {
  const original = dueDay(requirement.due, counted, asOf);
  const cameOn = cameBy(mandate, original, counted);
  const student = cameOn === counted.enteredOn ? counted : { ...counted, enteredOn: cameOn };
  const isEntrant = cameDuringYear(student);
  const graceEndsOn = addDays(cameOn, mandate.entrantGraceDays);
  const isTooLate = isEntrant
    ? original.kind === "past" || (original.kind === "day" && original.latest < student.enteredOn)
    : cameAfter(original, student);
  const rule = isTooLate ? (requirement.entrantDue ?? requirement.due) : requirement.due;
  const due =
    isTooLate && requirement.entrantDue !== undefined
      ? dueDay(requirement.entrantDue, student, asOf)
      : isEntrant
        ? withGrace(original, graceEndsOn)
        : withGraceOfThen(mandate, original, student);
  const from = setOffOn(requirement, student, asOf);
  return from !== null && isBefore(due, from)
    ? { original, due: afterItsCause(from), rule, cameOn, isEntrant, isTooLate, graceEndsOn }
    : { original, due, rule, cameOn, isEntrant, isTooLate, graceEndsOn };
}

/** Whether the student came to the district after the first day of the school year. */
export function cameDuringYear({
  calendar,
  enteredOn,
}: Pick<ClockCase, "calendar" | "enteredOn">): boolean {
  const [firstDay] = calendar.instructionalDays;
  return firstDay !== undefined && enteredOn > firstDay;
}

/**
 * The day since which the student was in the district when something fell due, with the days of grace
 * of that day. What fell due while the student was away waits for the return.
 */
function cameBy({ entrantGraceDays }: MandateProfile, due: DueDay, student: ClockCase): Day {
  const { calendar, enteredOn, away = [] } = student;
  const dueOn = lastDayOf(due);
  let cameOn = enteredOn;
  if (dueOn === null) return cameOn;
  for (const { from, until } of away) {
    const isEntrant = cameDuringYear({ calendar, enteredOn: cameOn });
    const graceEndsOn = isEntrant ? addDays(cameOn, entrantGraceDays) : dueOn;
    if (dueOn < from && graceEndsOn < from) return cameOn;
    cameOn = until;
  }
  return cameOn;
}

/**
 * As `dueFor`, for student after student: where it follows from the calendars and the days of entry
 * alone, a student who shares them with the one before shares the answer.
 */
export function dueForEach(
  mandate: MandateProfile,
  requirement: Requirement,
  asOf: Day,
): (student: ClockCase) => DueFor {
  if (!followsFromEntry(requirement)) {
    return (student) => dueFor(mandate, requirement, student, asOf);
  }
  let last: { readonly student: ClockCase; readonly dueOf: DueFor } | null = null;
  return (student) => {
    if (last === null || !isAlike(last.student, student)) {
      last = { student, dueOf: dueFor(mandate, requirement, student, asOf) };
    }
    return last.dueOf;
  };
}

/** Whether neither an event, a program, a birthday nor a grade moves the day. */
const followsFromEntry = ({ appliesTo, due, entrantDue }: Requirement): boolean =>
  appliesTo?.after === undefined &&
  appliesTo?.programs === undefined &&
  isOfCalendar(due) &&
  (entrantDue === undefined || isOfCalendar(entrantDue));

const isOfCalendar = (due: Due): boolean =>
  due.kind === "share-of-year" ||
  due.kind === "year-end" ||
  due.kind === "days-enrolled" ||
  due.kind === "open" ||
  (due.kind === "calendar-date" && due.grade === undefined);

function isAlike(a: ClockCase, b: ClockCase): boolean {
  const [ofA, ofB] = [moreOf(a), moreOf(b)];
  return (
    a.calendar.instructionalDays === b.calendar.instructionalDays &&
    a.enteredOn === b.enteredOn &&
    a.away === b.away &&
    ofA.presentSince === ofB.presentSince &&
    ofA.calendars === ofB.calendars
  );
}

/** The last day on which it can have been due; null if none is named. */
const lastDayOf = (due: DueDay): Day | null =>
  due.kind === "day" ? due.latest : due.kind === "past" ? due.about : null;

/** It was due in a school year before the one in which records first show the student here. */
function cameAfter(original: DueDay, student: ClockCase): boolean {
  const { presentSince } = moreOf(student);
  const dueOn = lastDayOf(original);
  return presentSince !== undefined && dueOn !== null && dueOn < presentSince;
}

/** Adds the days of grace of a student who came during this school year. */
function withGrace(original: DueDay, graceEndsOn: Day): DueDay {
  if (original.kind === "past") return { kind: "day", on: graceEndsOn, latest: graceEndsOn };
  if (original.kind !== "day" || original.on >= graceEndsOn) return original;
  return {
    kind: "day",
    on: graceEndsOn,
    latest: original.latest > graceEndsOn ? original.latest : graceEndsOn,
  };
}

/** A student who came during an earlier school year keeps the days of grace of that year. */
function withGraceOfThen(mandate: MandateProfile, original: DueDay, student: ClockCase): DueDay {
  const { presentSince, calendars } = moreOf(student);
  if (presentSince === undefined) return original;
  const [firstDay] = calendars.get(schoolYearOf(presentSince))?.instructionalDays ?? [];
  const dueOn = lastDayOf(original);
  if (firstDay === undefined || presentSince <= firstDay || dueOn === null) return original;
  const until = addDays(presentSince, mandate.entrantGraceDays);
  return original.kind === "past" && original.about >= until
    ? original
    : withGrace(original, until);
}

/**
 * The day of the trigger of a rule: the last event of its kind, or the first day in a program that
 * it names.
 */
function setOffOn(requirement: Requirement, student: ClockCase, asOf: Day): Day | null {
  const { appliesTo } = requirement;
  if (appliesTo === undefined) return null;
  const { after, programs } = appliesTo;
  const { events, programs: held } = moreOf(student);
  const event = after === undefined ? null : lastEvent(events, after.event, null, asOf);
  const days = [
    ...(event === null ? [] : [event.occurredOn]),
    ...(held ?? []).flatMap(({ program, beganOn }) =>
      programs?.anyOf?.includes(program) === true && beganOn <= asOf ? [beganOn] : [],
    ),
  ].sort();
  return days.at(-1) ?? null;
}

const isBefore = (due: DueDay, from: Day): boolean => {
  const dueOn = lastDayOf(due);
  return dueOn !== null && dueOn < from;
};

const afterItsCause = (from: Day): DueDay => ({
  kind: "open",
  because: `The event that starts the rule occurred on ${longDay(from)}, after the due date for other students; the text names no later date.`,
});

/** The day that decides whether a rule is in force for something due. */
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
