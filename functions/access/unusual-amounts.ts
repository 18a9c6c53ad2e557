import type { StaffRole } from "../domain/people/staff-member.ts";
import { compareText } from "../domain/text/compare-text.ts";
import { grouped } from "../domain/text/grouped.ts";

/** What one person looked at on one day, as the access log has it. */
export interface DayOfLooks {
  readonly who: string;
  /** The role of the first look of the day that a role decided; null where none did. */
  readonly role: StaffRole | null;
  /** The day, as the log counts days. */
  readonly on: string;
  /** Students named, summed over the looks: a student named by two looks counts twice. */
  readonly students: number;
  /** Looks and records, refused ones among them. */
  readonly looks: number;
}

/**
 * A day, and the usual day that it was compared with: the person's own, that of the role if the
 * person has too few days, or none.
 */
export interface ComparedDay extends DayOfLooks {
  readonly usual: {
    readonly students: number;
    readonly looks: number;
    readonly of: "person" | "role";
  } | null;
  readonly isUnusual: boolean;
  /** Why it is unusual, or what it was compared with, in a sentence. */
  readonly because: string;
}

/** With fewer earlier days than these, a person has no usual day of their own. */
const EARLIER_DAYS = 5;
/** An unusual day has more than this many times the usual amount. */
const TIMES_USUAL = 3;
/**
 * An unusual day also has at least this many students, or looks, more than usual: three students
 * after days without any are not unusual.
 */
const STUDENTS_ABOVE = 20;
const LOOKS_ABOVE = 50;

/**
 * Compares each day of each person with a usual day: the median of the person's other days in the
 * log, days without any look left out. A person with fewer than 5 earlier days is compared with the
 * median of the role's days, without this person's looks on this day. If there is none either, the
 * day is compared with nothing.
 * A day is unusual if the students named, or the looks, are more than 3 times the usual and at
 * least 20, or 50, above it. Of an even number of days the median is the lower of the two in the
 * middle, so that all numbers are whole. Unusual days come first, those with most students first;
 * then all others, the latest first.
 */
export function comparedDays(
  days: readonly DayOfLooks[],
  dayInWords: (on: string) => string,
): readonly ComparedDay[] {
  const ofPersons = amountsBy(days, ({ who }) => who);
  const ofRoles = amountsBy(days, ({ role }) => role ?? "");
  return days
    .map((day): ComparedDay => {
      const person = ofPersons.get(day.who);
      const earlier = person?.days.filter((on) => on < day.on).length ?? 0;
      const isOfPerson = earlier >= EARLIER_DAYS;
      const others = isOfPerson ? person : day.role === null ? undefined : ofRoles.get(day.role);
      if (others === undefined || others.days.length < 2) {
        const because = "There are too few days to say what is usual.";
        return { ...day, usual: null, isUnusual: false, because };
      }
      const usual = {
        students: middleWithout(others.students, day.students),
        looks: middleWithout(others.looks, day.looks),
        of: isOfPerson ? ("person" as const) : ("role" as const),
      };
      return { ...day, usual, ...judged(day, usual, dayInWords(day.on)) };
    })
    .toSorted(
      (a, b) =>
        Number(b.isUnusual) - Number(a.isUnusual) ||
        (a.isUnusual ? b.students - a.students || b.looks - a.looks : 0) ||
        compareText(b.on, a.on) ||
        compareText(a.who, b.who),
    );
}

/** Days that are compared with each other, and their amounts, each in order. */
interface Amounts {
  readonly days: readonly string[];
  readonly students: readonly number[];
  readonly looks: readonly number[];
}

function amountsBy(
  days: readonly DayOfLooks[],
  keyOf: (day: DayOfLooks) => string,
): ReadonlyMap<string, Amounts> {
  const inOrder = (values: readonly number[]): readonly number[] =>
    values.toSorted((a, b) => a - b);
  return new Map(
    [...grouped(days, keyOf)].map(([key, daysOfKey]) => [
      key,
      {
        days: daysOfKey.map(({ on }) => on),
        students: inOrder(daysOfKey.map(({ students }) => students)),
        looks: inOrder(daysOfKey.map(({ looks }) => looks)),
      },
    ]),
  );
}

/**
 * The median of sorted numbers without one of them: the lower of two in the middle. At least two
 * numbers are given.
 */
function middleWithout(sorted: readonly number[], left: number): number {
  const place = Math.floor((sorted.length - 2) / 2);
  return sorted[place >= sorted.indexOf(left) ? place + 1 : place] ?? 0;
}

function judged(
  { students, looks }: DayOfLooks,
  usual: NonNullable<ComparedDay["usual"]>,
  on: string,
): Pick<ComparedDay, "isUnusual" | "because"> {
  const isManyStudents = isFarAbove(students, usual.students, STUDENTS_ABOVE);
  const isManyLooks = isFarAbove(looks, usual.looks, LOOKS_ABOVE);
  const whose = usual.of === "person" ? "this person’s usual day" : "a usual day of the role";
  const few =
    usual.of === "person" ? "" : ` The person has fewer than ${EARLIER_DAYS} earlier days.`;
  const said = isManyStudents
    ? `${inWords(students)} students named on ${on}; ${whose} has ${inWords(usual.students)}.`
    : isManyLooks
      ? `${inWords(looks)} looks on ${on}; ${whose} has ${inWords(usual.looks)}.`
      : besideUsual(beside(students, usual.students), beside(looks, usual.looks), usual, whose);
  return { isUnusual: isManyStudents || isManyLooks, because: said + few };
}

/** "Below a usual day of the role (students named: 9,107, looks: 31)." */
const besideUsual = (
  ofStudents: string,
  ofLooks: string,
  usual: NonNullable<ComparedDay["usual"]>,
  whose: string,
): string => {
  const students = inWords(usual.students);
  const looks = inWords(usual.looks);
  return ofStudents === ofLooks
    ? `${ofStudents} ${whose} (students named: ${students}, looks: ${looks}).`
    : `${ofStudents} ${whose} in students named (${students}), ${ofLooks.toLowerCase()} it in looks (${looks}).`;
};

const beside = (count: number, usual: number): string =>
  count < usual ? "Below" : count === usual ? "Equal to" : "Not far above";

/** 9107 as "9,107". */
const inWords = (count: number): string => count.toLocaleString("en-US");

const isFarAbove = (count: number, usual: number, above: number): boolean =>
  count > usual * TIMES_USUAL && count - usual >= above;
