import { GRADES, type Grade } from "../../domain/people/grade.ts";
import type { DayUnit, Due } from "../rules/due.ts";

/**
 * Whether one due day is certainly not later than another, for every student and calendar. If they
 * cannot be compared, the answer is no: a rule that may be less strict counts as less strict.
 */
export function isNotLater(own: Due, asked: Due): boolean {
  // Of several readings both the earliest and the latest must not be later.
  const ours = own.kind === "either" ? own.of : [own];
  const theirs = asked.kind === "either" ? asked.of : [asked];
  return (
    theirs.every((their) => ours.some((our) => isOneNotLater(our, their))) &&
    ours.every((our) => theirs.some((their) => isOneNotLater(our, their)))
  );
}

function isOneNotLater(own: Due, asked: Due): boolean {
  if (asked.kind === "open") return true;
  switch (own.kind) {
    case "share-of-year":
      return (
        (asked.kind === "share-of-year" && own.days * asked.of <= asked.days * own.of) ||
        (asked.kind === "year-end" && own.days <= own.of)
      );
    case "year-end":
      return asked.kind === "year-end";
    case "calendar-date":
      return (
        asked.kind === "calendar-date" &&
        own.grade === asked.grade &&
        placeInYear(own) <= placeInYear(asked)
      );
    case "days-into-grade":
      if (asked.kind === "days-into-grade" && asked.grade === own.grade) {
        return own.days <= asked.days && isNotLongerUnit(own.unit, asked.unit);
      }
      return isBeforeInGrades(own, asked);
    case "grade":
    case "semester-end":
      return isBeforeInGrades(own, asked);
    case "days-enrolled":
      return (
        asked.kind === "days-enrolled" &&
        own.days <= asked.days &&
        isNotLongerUnit(own.unit, asked.unit)
      );
    case "days-after-event":
      return (
        asked.kind === "days-after-event" &&
        own.event === asked.event &&
        own.days <= asked.days &&
        isNotLongerUnit(own.unit, asked.unit)
      );
    case "age":
      return asked.kind === "age" && own.years <= asked.years;
    case "either":
    case "open":
      return false;
  }
}

/** The school year begins in July. */
const placeInYear = ({ month, day }: { readonly month: number; readonly day: number }): number =>
  ((month + 5) % 12) * 31 + day;

/** The same number of calendar days is never longer than of instructional days. */
const isNotLongerUnit = (own: DayUnit, asked: DayUnit): boolean =>
  own === asked || own === "calendar";

/**
 * Compares the latest place of the own day with the earliest of the asked one, among the grades of
 * a student's school life.
 */
function isBeforeInGrades(own: Due, asked: Due): boolean {
  const ours = placeInGrades(own);
  const theirs = placeInGrades(asked);
  return ours !== null && theirs !== null && ours.latest <= theirs.earliest;
}

function placeInGrades(due: Due): { readonly earliest: number; readonly latest: number } | null {
  // A grade ends before the next one begins.
  const placeOf = (grade: Grade, share: number): number => GRADES.indexOf(grade) + share * 0.9;
  switch (due.kind) {
    case "grade": {
      const edge = placeOf(due.grade, due.edge === "begin" ? 0 : 1);
      return { earliest: edge, latest: edge };
    }
    case "semester-end": {
      const end = placeOf(due.grade, due.semester / 2);
      return { earliest: end, latest: end };
    }
    case "days-into-grade":
      return { earliest: placeOf(due.grade, 0), latest: placeOf(due.grade, 1) };
    case "share-of-year":
    case "year-end":
    case "calendar-date":
    case "days-enrolled":
    case "days-after-event":
    case "age":
    case "either":
    case "open":
      return null;
  }
}
