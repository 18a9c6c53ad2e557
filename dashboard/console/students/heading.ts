import { html } from "htl";
import type { AboutReader, StudentList } from "../../../functions/console/answers.ts";
import { placeLine } from "../parts/place-line.js";
import { counted, wholeNumber } from "../words/numbers.js";

/** Where, as of when, who is asked for and how many there are. */
export const headingOf = (
  { district, asOf }: AboutReader,
  list: StudentList,
  search: string,
): readonly HTMLElement[] => [
  placeLine([district.name], asOf),
  html`<p class="sentence" role="status">${sentenceOf(list, search)}</p>`,
];

/** Who is asked for, how many there are, and of how many the reader sees the names. */
function sentenceOf(
  { asked, askedInWords, counted: many, named }: StudentList,
  search: string,
): string {
  const isEverybody = Object.values(asked).every((part) => part === null);
  const count =
    search === "" ? countInWords(many, named) : foundInWords(named, search, isEverybody);
  return isEverybody ? count : `${askedInWords}. ${count}`;
}

const foundInWords = (named: number, search: string, isEverybody: boolean): string =>
  named === 0
    ? `${isEverybody ? "Nobody whom you may see" : "Nobody with these filters"} has a name or ID that begins with “${search}”.${isEverybody ? "" : " Clear all filters to search everybody whom you may see."}`
    : `${counted(named, "student")} found for “${search}”.`;

function countInWords(many: number, named: number): string {
  if (many === 0) return "Nobody: no student is counted here today.";
  if (named === many) return `${counted(many, "student")}.`;
  return named === 0
    ? `${counted(many, "student")}; you may not see their names.`
    : `You see the names of ${wholeNumber(named)} of ${counted(many, "student")}.`;
}

/** Why the reader may see the names. */
export const reasonOf = ({ because }: StudentList): HTMLElement =>
  html`<p class="because">
    ${because === "" ? "" : `Why you may see these names: ${because}`} Each look at it is noted in
    the access log.
  </p>`;
