import { html } from "htl";
import type { AboutReader, StudentList } from "../../../functions/console/answers.ts";
import { withQuery } from "../asking/with-query.js";
import { placeLine } from "../parts/place-line.js";
import { counted, wholeNumber } from "../words/numbers.js";
import { changedQuery } from "./list-query.js";

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
function sentenceOf(list: StudentList, search: string): readonly (string | HTMLElement)[] {
  const { asked, askedInWords, named } = list;
  const isEverybody = Object.values(asked).every((part) => part === null);
  const count = search === "" ? countInWords(list) : [foundInWords(named, search, isEverybody)];
  return isEverybody ? count : [`${askedInWords}. `, ...count];
}

const foundInWords = (named: number, search: string, isEverybody: boolean): string =>
  named === 0
    ? `${isEverybody ? "Nobody whom you may see" : "Nobody with these filters"} has a name or ID that begins with “${search}”.${isEverybody ? "" : " Clear all filters to search everybody whom you may see."}`
    : `${counted(named, "student")} found for “${search}”.`;

function countInWords(list: StudentList): readonly (string | HTMLElement)[] {
  const { counted: many, named } = list;
  if (many === 0) return ["Nobody: no student is counted here today."];
  const all = [counted(many, "student"), ...whoTheyAre(list)];
  if (named === many) return [...all, "."];
  return named === 0
    ? [...all, "; you may not see their names."]
    : [`You see the names of ${wholeNumber(named)} of `, ...all, "."];
}

/** ": 940 enrolled, 3 who left with an open plan", each number with its list; empty where nobody left. */
function whoTheyAre({ asked, enrolled, left }: StudentList): readonly (string | HTMLElement)[] {
  if (left === 0) return [];
  if (enrolled === 0) return asked.enrolled === null ? [" who left with an open plan"] : [];
  const link = (part: "yes" | "no", words: string): HTMLElement =>
    html`<a href=${withQuery(location.pathname, enrolledQuery(part))}>${words}</a>`;
  return [
    ": ",
    link("yes", `${wholeNumber(enrolled)} enrolled`),
    ", ",
    link("no", `${wholeNumber(left)} who left with an open plan`),
  ];
}

const enrolledQuery = (enrolled: "yes" | "no"): URLSearchParams =>
  changedQuery(new URLSearchParams(location.search), { enrolled });

/** Why the reader may see the names. */
export const reasonOf = ({ because }: StudentList): HTMLElement =>
  html`<p class="because">
    ${because === "" ? "" : `Why you may see these names: ${because}`} Each look at it is noted in
    the access log.
  </p>`;
