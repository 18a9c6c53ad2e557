import type { StudentList } from "../../../functions/console/answers.ts";
import { counted, wholeNumber } from "../words/numbers.js";

/** Who is asked for, how many there are, and of how many the reader sees the names. */
export function sentenceOf({ asked, askedInWords, counted: many, named }: StudentList): string {
  const isEverybody = Object.values(asked).every((part) => part === null);
  const count = countInWords(many, named);
  return isEverybody ? count : `${askedInWords}. ${count}`;
}

function countInWords(many: number, named: number): string {
  if (many === 0) return "Nobody: no student is counted here today.";
  if (named === many) return `${counted(many, "student")}.`;
  return named === 0
    ? `${counted(many, "student")}; you may not see their names.`
    : `${counted(many, "student")}; you see the names of ${wholeNumber(named)}.`;
}
