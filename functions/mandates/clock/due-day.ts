// The only file that turns the words of a text into days, so it is longer than most.
import { addDays, isDay, type Day } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import { instructionalDay, type SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import {
  firstDayOf,
  lastDayOf,
  schoolYear,
  schoolYearOf,
  type SchoolYear,
} from "../../domain/calendar/school-year.ts";
import { moreOf, type ClockCase } from "./clock-case.ts";
import type { DayUnit, Due } from "../rules/due.ts";
import { lackOfDays, lastDayOfCalendar, lastDayOfShare, NO_CALENDAR } from "./parts-of-year.ts";
import { lastEvent } from "./student-events.ts";
import { yearOfGrade } from "./year-of-grade.ts";

/**
 * The day by which something is due for one student. If the text has two readings, `on` is the
 * earlier day and `latest` the later.
 */
export type DueDay =
  | { readonly kind: "day"; readonly on: Day; readonly latest: Day }
  /** Some day before this school year; `about` is the day by ordinary progress. */
  | { readonly kind: "past"; readonly before: Day; readonly about: Day }
  /** Some day of a later school year. */
  | { readonly kind: "later"; readonly notBefore: Day; readonly notAfter: Day }
  /** A record is missing from which the day would follow. */
  | { readonly kind: "unknown"; readonly because: string }
  /** The text names no day. */
  | { readonly kind: "open"; readonly because: string };

/** The words of a profile for a text that names no day. */
const NO_DAY = "no date is named";

export function dueDay(due: Due, student: ClockCase, asOf: Day): DueDay {
  switch (due.kind) {
    case "share-of-year":
      return dayOr(lastDayOfShare(student.calendar, due), lackOfDays(student.calendar));
    case "year-end":
      return dayOr(lastDayOfCalendar(student.calendar), lackOfDays(student.calendar));
    case "calendar-date":
      return due.grade === undefined
        ? theDay(dateIn(schoolYearOf(asOf), due.month, due.day))
        : inYearOf(student, due.grade, "begin", asOf, (year) =>
            theDay(dateIn(year, due.month, due.day)),
          );
    case "grade":
      return inYearOf(student, due.grade, due.edge, asOf, (year, calendar) =>
        due.edge === "end"
          ? yearEnd(year, calendar, asOf)
          : dayOr(calendar?.instructionalDays[0] ?? null, NO_CALENDAR),
      );
    case "semester-end":
      return inYearOf(student, due.grade, "end", asOf, (year, calendar) =>
        due.semester === 2
          ? yearEnd(year, calendar, asOf)
          : calendar === null
            ? unknown(NO_CALENDAR)
            : dayOr(lastDayOfShare(calendar, { days: 1, of: 2 }), lackOfDays(calendar)),
      );
    case "days-into-grade":
      return inYearOf(student, due.grade, "begin", asOf, (_year, calendar) => {
        const first = calendar?.instructionalDays[0];
        if (first === undefined || calendar === null) return unknown(NO_CALENDAR);
        return readings(due.unit, addDays(first, due.days - 1), nthDay(calendar, 0, due.days));
      });
    case "days-enrolled":
      return daysEnrolled(due.days, due.unit, student, asOf);
    case "days-after-event": {
      const event = lastEvent(moreOf(student).events, due.event, null, asOf);
      return event === null
        ? unknown(`No record gives the date from which the ${due.days} days are counted.`)
        : daysFrom(event.occurredOn, due.days, due.unit, student, asOf);
    }
    case "age": {
      const { birthOn } = moreOf(student);
      return birthOn === null
        ? unknown("The exports give no date of birth.")
        : theDay(birthday(birthOn, due.years));
    }
    case "either":
      return either(due.of.map((reading) => dueDay(reading, student, asOf)));
    case "open":
      return {
        kind: "open",
        because:
          due.words === NO_DAY
            ? "The text names no due date."
            : `The text names no due date: ${due.words}.`,
      };
  }
}

/** The day an age is reached; a person born on February 29 reaches it on March 1 of a common year. */
export function birthday(birthOn: Day, years: number): Day {
  const on = `${Number(birthOn.slice(0, 4)) + years}${birthOn.slice(4)}`;
  return isDay(on) ? on : (`${on.slice(0, 4)}-03-01` as Day);
}

/** A date in the school year; February 29 becomes February 28 in a common year. */
export function dateIn(year: SchoolYear, month: number, dayOfMonth: number): Day {
  const two = (number: number): string => String(number).padStart(2, "0");
  const from = firstDayOf(year);
  const inYear = month >= Number(from.slice(5, 7)) ? year - 1 : year;
  const on = `${inYear}-${two(month)}-${two(dayOfMonth)}`;
  return isDay(on) ? on : (`${inYear}-${two(month)}-${two(dayOfMonth - 1)}` as Day);
}

const theDay = (on: Day): DueDay => ({ kind: "day", on, latest: on });
const unknown = (because: string): DueDay => ({ kind: "unknown", because });
const dayOr = (on: Day | null, because: string): DueDay =>
  on === null ? unknown(because) : theDay(on);

/** The end of a school year; of an earlier one whose calendar does not say, the last day that belongs to it. */
function yearEnd(year: SchoolYear, calendar: SchoolCalendar | null, asOf: Day): DueDay {
  const on = calendar && lastDayOfCalendar(calendar);
  return on === null && calendar !== null && year === schoolYearOf(asOf)
    ? unknown(lackOfDays(calendar))
    : theDay(on ?? lastDayOf(year));
}

function inYearOf(
  student: ClockCase,
  grade: Grade,
  edge: "begin" | "end",
  asOf: Day,
  of: (year: SchoolYear, calendar: SchoolCalendar | null) => DueDay,
): DueDay {
  const gradeYear = yearOfGrade(student, grade, edge, asOf);
  const now = schoolYearOf(asOf);
  switch (gradeYear.kind) {
    case "unknown":
      return unknown("The exports give no grade level.");
    case "later":
      return {
        kind: "later",
        notBefore: firstDayOf(gradeYear.earliest),
        notAfter: lastDayOf(gradeYear.earliest),
      };
    case "earlier":
      return { kind: "past", before: firstDayOf(now), about: lastDayOf(gradeYear.expected) };
    case "known": {
      if (gradeYear.year === now) {
        const { calendar } = student;
        return calendar.instructionalDays.length === 0
          ? unknown(NO_CALENDAR)
          : of(gradeYear.year, calendar);
      }
      const due = of(gradeYear.year, moreOf(student).calendars.get(gradeYear.year) ?? null);
      return due.kind === "unknown"
        ? { kind: "past", before: firstDayOf(now), about: lastDayOf(gradeYear.year) }
        : due;
    }
  }
}

/** The first day in the district: in this school year, or in an earlier one if records show it. */
function enrolledSince(student: ClockCase, asOf: Day): Day {
  const { presentSince } = moreOf(student);
  const first = student.calendar.instructionalDays[0];
  const isOfEarlier =
    presentSince !== undefined &&
    presentSince < firstDayOf(schoolYearOf(asOf)) &&
    (first === undefined || student.enteredOn <= first);
  return isOfEarlier ? presentSince : student.enteredOn;
}

/**
 * Days after enrolling. If the calendar of the year in which they began is missing, and even twice
 * as many calendar days ended before this school year, the due day was in an earlier school year.
 */
function daysEnrolled(days: number, unit: DayUnit, student: ClockCase, asOf: Day): DueDay {
  const from = enrolledSince(student, asOf);
  const due = daysFrom(from, days, unit, student, asOf);
  const before = firstDayOf(schoolYearOf(asOf));
  const isMissing = calendarSince(schoolYearOf(from), student, asOf) === null;
  return due.kind === "unknown" && isMissing && addDays(from, 2 * days) < before
    ? { kind: "past", before, about: addDays(from, days) }
    : due;
}

/**
 * The day that is some days after another; instructional days are counted over the calendars of
 * every school year since then.
 */
function daysFrom(from: Day, days: number, unit: DayUnit, student: ClockCase, asOf: Day): DueDay {
  const calendarDay = addDays(from, days);
  if (unit === "calendar") return theDay(calendarDay);
  const calendar = calendarSince(schoolYearOf(from), student, asOf);
  if (calendar === null) {
    return unknown("There is no calendar of the school year in which these days begin.");
  }
  const before = calendar.instructionalDays.filter((on) => on <= from).length;
  return readings(unit, calendarDay, nthDay(calendar, before, days));
}

function calendarSince(year: SchoolYear, student: ClockCase, asOf: Day): SchoolCalendar | null {
  const { calendar } = student;
  const earlier: Day[] = [];
  for (let past = year; past < schoolYearOf(asOf); past = schoolYear(past + 1)) {
    const ofYear = moreOf(student).calendars.get(past);
    if (ofYear === undefined) return null;
    earlier.push(...ofYear.instructionalDays);
  }
  return { ...calendar, instructionalDays: [...earlier, ...calendar.instructionalDays] };
}

/** The nth instructional day after the first few; null if the calendar ends before it. */
const nthDay = (calendar: SchoolCalendar, after: number, nth: number): Day | null =>
  instructionalDay(calendar, after + nth);

/**
 * If the unit is not stated, both count: calendar days are the earlier reading. Instructional days
 * beyond the end of the calendar end after the school year.
 */
function readings(unit: DayUnit, calendarDay: Day, instructional: Day | null): DueDay {
  switch (unit) {
    case "calendar":
      return theDay(calendarDay);
    case "instructional":
      return dayOr(instructional, "The calendar ends before that many instructional days.");
    case "unstated": {
      const yearEnds = lastDayOf(schoolYearOf(calendarDay));
      return { kind: "day", on: calendarDay, latest: instructional ?? yearEnds };
    }
  }
}

/**
 * The earliest and the latest day of several readings; unknown if one of them is. A day in an
 * earlier school year that no record names is taken by ordinary progress.
 */
function either(days: readonly DueDay[]): DueDay {
  const on: Day[] = [];
  const latest: Day[] = [];
  let before: Day | null = null;
  for (const reading of days) {
    switch (reading.kind) {
      case "day":
        on.push(reading.on);
        latest.push(reading.latest);
        break;
      case "later":
        on.push(reading.notBefore);
        latest.push(reading.notAfter);
        break;
      case "past":
        on.push(reading.about);
        latest.push(reading.about);
        ({ before } = reading);
        break;
      case "unknown":
      case "open":
        return reading;
    }
  }
  const first = on.sort()[0];
  const last = latest.sort().at(-1);
  if (first === undefined || last === undefined) return unknown("No due date is named.");
  if (days.every(({ kind }) => kind === "later")) {
    return { kind: "later", notBefore: first, notAfter: last };
  }
  return before !== null && days.every(({ kind }) => kind === "past")
    ? { kind: "past", before, about: first }
    : { kind: "day", on: first, latest: last };
}
