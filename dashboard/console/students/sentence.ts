import type { StudentList } from "../../../functions/pipeline/console/answers.ts";
import { counted, wholeNumber } from "../../src/words/numbers.js";

/** Who is asked for, how many there are, and of how many the reader sees the names. */
export function sentenceOf({ askedInWords, counted: many, named }: StudentList): string {
  return `${askedInWords}. ${countInWords(many, named)}`;
}

function countInWords(many: number, named: number): string {
  if (many === 0) return "Nobody: no student is counted here today.";
  if (named === many) return `${counted(many, "student")}.`;
  return named === 0
    ? `${counted(many, "student")}; you may not see their names.`
    : `${counted(many, "student")}; you see the names of ${wholeNumber(named)}.`;
}
