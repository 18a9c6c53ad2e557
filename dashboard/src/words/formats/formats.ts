import type { Language } from "../language.js";
import { dayInWords, dayOfYearInWords, daysBetweenInWords } from "./days.js";
import { inGradesInWords } from "./grades.js";
import { listInWords } from "./lists.js";
import { counted, type NounId } from "./nouns.js";
import { wholeNumber } from "./numbers.js";
import { recordsInWords } from "./records.js";
import { isSingular, shareInWords, studentsInWords, type ShareEnds } from "./shares.js";

/** A verb in the singular and in the plural, with what follows it. */
interface Predicate {
  readonly one: string;
  readonly other: string;
}

/** The formats of one language, for the words of that language. */
const formatsIn = (language: Language) => ({
  number: (value: number) => wholeNumber(value, language),
  counted: (count: number, noun: NounId) => counted(count, noun, language),
  share: (share: ShareEnds) => shareInWords(share, language),
  /** "83% of 546 students" */
  students: (share: ShareEnds, students: number | null = null) =>
    studentsInWords(share, students, language),
  /** "83% of 546 students have an open plan": subject and verb in agreement. */
  studentsWho: (share: ShareEnds, students: number | null, { one, other }: Predicate) =>
    `${studentsInWords(share, students, language)} ${isSingular(share, students) ? one : other}`,
  inGrades: (grades: readonly string[]) => inGradesInWords(grades, language),
  day: (day: string) => dayInWords(day, language),
  dayOfYear: (day: string) => dayOfYearInWords(day, language),
  daysBetween: (from: string, until: string) => daysBetweenInWords(from, until, language),
  list: (items: readonly string[]) => listInWords(items, language),
  records: (records: string | number) => recordsInWords(records, language),
});

export const EN = formatsIn("en");
export const ES = formatsIn("es");
