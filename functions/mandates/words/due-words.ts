import { longDay } from "../../domain/calendar/long-day.ts";
import { gradeName, type Grade } from "../../domain/people/grade.ts";
import type { DayUnit, Due } from "../rules/due.ts";
import type { DutyDue } from "../rules/mandate-profile.ts";

/** The day by which a rule asks for something, in words. */
export function dueWords(due: Due): string {
  switch (due.kind) {
    case "share-of-year":
      return `by ${percent(due.days, due.of)} of the school year's instructional days`;
    case "year-end":
      return "by the last instructional day of the school year";
    case "calendar-date":
      return due.grade === undefined
        ? `each school year by ${dateWords(due.month, due.day)}`
        : `by ${dateWords(due.month, due.day)} of ${of(due.grade)}`;
    case "grade":
      return due.edge === "end"
        ? `by the end of ${of(due.grade)}`
        : `by the first day of ${of(due.grade)}`;
    case "semester-end":
      return `by the end of the ${due.semester === 1 ? "first" : "second"} semester of ${of(due.grade)}`;
    case "days-into-grade":
      return `within ${daysWords(due.days, due.unit)} of the start of ${of(due.grade)}`;
    case "days-enrolled":
      return `within ${daysWords(due.days, due.unit)} of entering the district`;
    case "days-after-event":
      return `within ${daysWords(due.days, due.unit)} of: ${due.event.replaceAll("-", " ")}`;
    case "age":
      return `by the student's ${due.years}th birthday`;
    case "either":
      return `${due.of.map(dueWords).join(", or ")}; the text does not say which one applies`;
    case "open":
      return `no due date can be determined: ${due.words}`;
  }
}

/** By when the district has to do one of its duties. */
export function dutyDueWords(due: DutyDue): string {
  switch (due.kind) {
    case "once":
      return `once, by ${longDay(due.by)}`;
    case "yearly":
      return `each year by ${dateWords(due.month, due.day)}`;
    case "renewal":
      return due.everyYears === 1
        ? "again each year"
        : `again every ${due.everyYears} years, counted from when it was last done`;
    case "open":
      return `no due date can be determined: ${due.words}`;
  }
}

/** "Grades 6 to 12", or a list if they are not consecutive; empty for none. */
export function gradesWords(grades: readonly Grade[]): string {
  const [first] = grades;
  const last = grades.at(-1);
  if (first === undefined || last === undefined) return "";
  if (grades.length === 1) return gradeName(first);
  const isRun = grades.every((grade, index) => Number(grade) === Number(first) + index);
  return isRun
    ? `Grades ${Number(first)} to ${Number(last)}`
    : grades
        .map(gradeName)
        .join(", ")
        .replace(/, ([^,]*)$/, " and $1");
}

const of = (grade: Grade): string => gradeName(grade).toLowerCase();

const percent = (days: number, all: number): string => `${Math.round((100 * days) / all)}%`;

const UNIT_WORDS: { readonly [unit in DayUnit]: string } = {
  calendar: "calendar days",
  instructional: "instructional days",
  unstated: "days (the text does not say whether calendar or instructional)",
};
const daysWords = (days: number, unit: DayUnit): string => `${days} ${UNIT_WORDS[unit]}`;

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
] as const;
const dateWords = (month: number, day: number): string => `${MONTHS[month - 1] ?? month} ${day}`;
