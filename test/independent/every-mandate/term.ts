import {
  birthday,
  dateIn,
  FIRST_DAY,
  LAST_DAY,
  plusDays,
  yearBegins,
  yearEnds,
  yearOf,
} from "./days.ts";
import { LADDER, type PlainDue } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import {
  calendarOf,
  isEntrant,
  lastEvent,
  ordinaryYear,
  wholeYear,
  yearsIn,
} from "./school-life.ts";

/**
 * By when something is due, as two days: what is done by `sure` is in time whatever the reading, what is
 * done after `over` is late whatever the reading.
 */
export interface Term {
  /** `named`: some day. `coming`: in a school year to come. `none`: the text names no day. `unknown`: no record gives it. */
  readonly kind: "named" | "coming" | "none" | "unknown";
  readonly sure: string;
  readonly over: string;
  /** The day that decides which rule is in force. */
  readonly ruleDay: string;
  /** In an earlier school year, on a day that no record names. */
  readonly isUnnamed: boolean;
  /** Unknown for want of this year's calendar. */
  readonly lacksCalendar: boolean;
}

/** The due day of a text for one student, before anything is said of those who come late. */
export function termOf(due: PlainDue, student: PlainStudent, asOf: string): Term {
  const unknown: Term = {
    ...{ kind: "unknown", sure: FIRST_DAY, over: LAST_DAY, ruleDay: asOf },
    ...{ lacksCalendar: false, isUnnamed: false },
  };
  const { calendar } = student;
  const days = due.days ?? 0;
  switch (due.kind) {
    case "open":
      return { ...unknown, kind: "none", sure: LAST_DAY };
    case "year-end":
      return fromWhole((whole) => whole.at(-1));
    case "share-of-year":
      return fromWhole((whole) => lastDayOfShare(whole, days, due.of as number));
    case "calendar-date":
      return due.grade === undefined
        ? named(dateIn(student.year, due.month ?? 0, due.day ?? 0))
        : ofGrade("begin", (year) => dateIn(year, due.month ?? 0, due.day ?? 0));
    case "grade":
      return due.edge === "begin"
        ? ofGrade("begin", (_year, instructional) => instructional[0])
        : ofGrade("end", endOf);
    case "semester-end":
      return due.semester === 1
        ? ofGrade("end", (_year, instructional) => lastDayOfShare(wholeYear(instructional), 1, 2))
        : ofGrade("end", endOf);
    case "days-into-grade":
      return ofGrade(
        "begin",
        (_year, instructional) =>
          instructional[0] === undefined ? undefined : plusDays(instructional[0], days - 1),
        (instructional) => instructional[days - 1],
      );
    case "days-enrolled":
      return daysEnrolled();
    case "days-after-event": {
      const event = lastEvent(student, due.event ?? "", FIRST_DAY, asOf);
      return event === null ? unknown : daysAfter(event);
    }
    case "age":
      return student.birthOn === null ? unknown : named(birthday(student.birthOn, due.years ?? 0));
    case "either": {
      const readings = (due.of as readonly PlainDue[]).map((due) => termOf(due, student, asOf));
      return readings.find(({ kind }) => kind === "unknown" || kind === "none") ?? any(readings);
    }
    default:
      throw new Error(`a due day of kind ${due.kind} is not known`);
  }

  /** A day that follows from the length of this school year. */
  function fromWhole(dayIn: (whole: readonly string[]) => string | undefined): Term {
    return calendar.length === 0 ? fromCalendar(undefined) : orUnknown(dayIn(wholeYear(calendar)));
  }

  function orUnknown(on: string | undefined): Term {
    return on === undefined ? unknown : named(on);
  }

  /** A past school year of which nobody knows the last day ends with June. */
  function endOf(year: number, instructional: readonly string[]): string | undefined {
    return wholeYear(instructional).at(-1) ?? (year < student.year ? yearEnds(year) : undefined);
  }

  function fromCalendar(on: string | undefined): Term {
    return on === undefined ? { ...unknown, lacksCalendar: true } : named(on);
  }

  /** Calendar days or instructional days; where the text does not say which, both. */
  function inUnit(calendarDay: string | undefined, instructional: string | undefined): Term {
    const [first, last] = {
      calendar: [calendarDay, calendarDay],
      instructional: [instructional, instructional],
      unstated: [calendarDay, instructional],
    }[due.unit ?? "calendar"] ?? [undefined, undefined];
    // Instructional days beyond the calendar, where the text does not say in what days it counts.
    const latest = due.unit === "unstated" && first !== undefined ? yearEnds(yearOf(first)) : last;
    const over = last ?? latest;
    return first === undefined || over === undefined ? unknown : named(first, over);
  }

  /** From the first day in the district, of this school year or of an earlier one that records show. */
  function daysEnrolled(): Term {
    const { presentSince, enteredOn, year } = student;
    if (presentSince === null || yearOf(presentSince) >= year || isEntrant(student)) {
      return daysAfter(enteredOn);
    }
    const term = daysAfter(presentSince);
    const isOver = plusDays(presentSince, 2 * days) < yearBegins(year);
    return term.kind === "unknown" && isOver && lacksCalendarSince(yearOf(presentSince))
      ? { ...inEarlierYear(year - 1), ...sureBy(plusDays(presentSince, days)) }
      : term;
  }

  function lacksCalendarSince(from: number): boolean {
    for (let of = from; of < student.year; of++) {
      if (calendarOf(student, of).length === 0) return true;
    }
    return false;
  }

  function daysAfter(from: string): Term {
    const after: string[] = [];
    for (let year = yearOf(from); year <= student.year; year++) {
      const instructional = calendarOf(student, year);
      // The days of a school year without a calendar cannot be counted.
      const isMissing = year < student.year && instructional.length === 0;
      if (isMissing && due.unit !== "calendar") return unknown;
      after.push(...instructional.filter((on) => on > from));
    }
    return inUnit(plusDays(from, days), after[days - 1]);
  }

  /** A day of the school year of a grade: the first time for its begin, the last for its end. */
  function ofGrade(
    edge: "begin" | "end",
    dayIn: (year: number, instructional: readonly string[]) => string | undefined,
    instructionalDayIn: ((instructional: readonly string[]) => string | undefined) | null = null,
  ): Term {
    const grade = due.grade ?? "";
    if (student.grade === null) return unknown;
    const years = yearsIn(student, grade);
    const year = edge === "begin" ? years[0] : years.at(-1);
    if (year === undefined) {
      const ordinary = ordinaryYear(student, grade);
      return LADDER.indexOf(grade) > LADDER.indexOf(student.grade)
        ? { ...named(LAST_DAY), kind: "coming", ruleDay: yearBegins(ordinary) }
        : inEarlierYear(ordinary);
    }
    const instructional = calendarOf(student, year);
    if (year === student.year && instructional.length === 0) return fromCalendar(undefined);
    const on = dayIn(year, instructional);
    const term =
      instructionalDayIn === null ? orUnknown(on) : inUnit(on, instructionalDayIn(instructional));
    return term.kind === "unknown" && year < student.year ? inEarlierYear(year) : term;
  }

  /** On a day of an earlier school year that no record names, probably of this one. */
  function inEarlierYear(year: number): Term {
    const over = yearEnds(student.year - 1);
    return { ...named(yearEnds(year), over), ruleDay: yearEnds(year), isUnnamed: true };
  }
}

const sureBy = (on: string): Pick<Term, "sure" | "ruleDay"> => ({ sure: on, ruleDay: on });

const named = (sure: string, over = sure): Term => ({
  ...{ kind: "named", sure, over, ruleDay: over, lacksCalendar: false },
  isUnnamed: false,
});

/**
 * The text names several days and does not say which governs. One of an earlier school year that no record
 * names counts with the last day of that year.
 */
function any(readings: readonly Term[]): Term {
  const isPast = readings.every(({ isUnnamed }) => isUnnamed);
  const earliest = readings.map(({ sure }) => sure).sort()[0];
  const latest = readings
    .map(({ sure, over, isUnnamed }) => (isUnnamed && !isPast ? sure : over))
    .sort()
    .at(-1);
  const ruleDay = readings
    .map((reading) => reading.ruleDay)
    .sort()
    .at(-1);
  if (earliest === undefined || latest === undefined || ruleDay === undefined) {
    throw new Error("no due day to choose from");
  }
  const isComing = readings.every(({ kind }) => kind === "coming");
  return {
    ...{ kind: isComing ? "coming" : "named", sure: earliest, over: latest, ruleDay },
    ...{ lacksCalendar: false, isUnnamed: isPast },
  };
}

export const lastDayOfShare = (
  instructional: readonly string[],
  days: number,
  of: number,
): string | undefined => instructional[Math.floor((instructional.length * days) / of) - 1];
