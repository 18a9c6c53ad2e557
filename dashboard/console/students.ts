/** The students behind a number: who they are, as far as the reader may see their names, and why. */
import { html } from "htl";
import type { AboutReader, StudentList } from "../../functions/console/answers.ts";
import { dayInWords } from "./words/days.js";
import { counted, wholeNumber } from "./words/numbers.js";
import { ask } from "./asking/ask.js";
import { pagePlace } from "./parts/page-place.js";
import { pagedList } from "./parts/paged-list.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { takeAlong } from "./parts/take-along.js";
import { askStudents, csvAddress } from "./students/ask-students.js";
import { filters } from "./students/filters.js";
import { sentenceOf } from "./students/sentence.js";
import { filterQuery, listQuery } from "./students/student-filter.js";
import { studentItem } from "./students/student-item.js";

redrawnPlace(pagePlace("students"), async (address, again) => {
  const query = listQuery(address);
  const [me, list] = await Promise.all([ask<AboutReader>("/console/me"), askStudents(query, null)]);
  return [
    heading(me, list),
    filters(list, (filter) => again(filterQuery(filter))),
    ...(list.named === 0 ? [] : named(list, query)),
    html`<p class="because">${becauseOf(list)} Each look at it is noted in the access log.</p>`,
  ];
});

function heading({ district, asOf }: AboutReader, list: StudentList): HTMLElement {
  return html`<div class="heading">
    <p class="place">${district.name}${asOf === null ? "" : ` · as of ${dayInWords(asOf)}`}</p>
    <p class="sentence" role="status">${sentenceOf(list)}</p>
  </div>`;
}

function named(list: StudentList, query: URLSearchParams): readonly HTMLElement[] {
  const {
    shown,
    list: entries,
    more,
  } = pagedList<StudentList>({
    list: html`<ol class="entries"></ol>`,
    first: list,
    all: list.named,
    entriesOf: ({ students }) => students.map(studentItem),
    ask: (after) => askStudents(query, after),
    shownInWords: (count) =>
      `${wholeNumber(count)} of ${counted(list.named, "student")} shown, most urgent first.`,
  });
  return [
    takeAlong({ name: "Spreadsheet (CSV)", address: csvAddress(query) }),
    html`<section aria-labelledby="who">
      <h2 id="who">Who they are</h2>
      ${shown}${entries}${more}
    </section>`,
  ];
}

const becauseOf = ({ because }: StudentList): string =>
  because === "" ? "" : `Why you may see these names: ${because}`;
