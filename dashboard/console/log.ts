/** The access log: who looked at what and recorded what, when and why, unusual amounts first. No student is named. */
import { html } from "htl";
import type { AboutReader } from "../../functions/console/answers.ts";
import type { LogPage } from "../../functions/console/log-answers.ts";
import { ask } from "./asking/ask.js";
import { askLog, logFile, type AskedLog } from "./log/ask-log.js";
import { daysTable } from "./log/days-table.js";
import { filters } from "./log/filters.js";
import { logQuery, withPart } from "./log/log-query.js";
import { logRow, logTable } from "./log/log-table.js";
import { studentSearch } from "./log/student-search.js";
import { pagePlace } from "./parts/page-place.js";
import { placeLine } from "./parts/place-line.js";
import { pagedList } from "./parts/paged-list.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { takeAlong } from "./parts/take-along.js";
import { dayInWords } from "./words/days.js";
import { counted, wholeNumber } from "./words/numbers.js";

/** What somebody typed to find a student; a reload forgets it. */
let typed = "";

redrawnPlace(pagePlace("log"), async (address, again) => {
  const query = logQuery(address);
  const asked = { query, typed };
  const [{ district }, first] = await Promise.all([
    ask<AboutReader>("/console/me"),
    askLog(asked, null),
  ]);
  return [
    placeLine([district.name]),
    html`<p class="sentence" role="status">${sentenceOf(first)}</p>`,
    studentSearch(typed, (text) => {
      typed = text;
      again(withPart(query, "student", null));
    }),
    ...ofStudent(first),
    filters(first, query, again),
    ...(first.days.length === 0 ? [] : [daysTable(first.days)]),
    ...(first.entries.length === 0 ? [] : entriesOf(first, asked)),
    html`<p class="because">
      Why you may see it: ${first.because} This look is an entry of the log too.
    </p>`,
  ];
});

function sentenceOf({ entries, days, from, until, ofStudent, all }: LogPage): string {
  const span = `from ${dayInWords(from)} until ${dayInWords(until)} (UTC)`;
  if (entries.length === 0) {
    return ofStudent === null
      ? `No entry of the log ${span} is of what is asked for.`
      : `${ofStudent} No look ${span} is shown.`;
  }
  const unusual = days.filter(({ isUnusual }) => isUnusual).length;
  const what = `${counted(all, "look or record", "looks and records")} ${span}`;
  if (ofStudent !== null) return `${what} of this one student.`;
  const refused = entries.filter(({ isAllowed }) => !isAllowed).length;
  const refusals =
    refused === 0
      ? ""
      : ` ${counted(refused, "refusal")} among the latest ${wholeNumber(entries.length)}.`;
  return `${what}. ${unusual === 0 ? "No day is unusual" : `${counted(unusual, "day")} of a person ${unusual === 1 ? "is" : "are"} unusual`}.${refusals} An entry names no student.`;
}

/**
 * The result of the search for one student, if the sentence above does not say it, and the way
 * back.
 */
const ofStudent = ({ ofStudent: said, entries }: LogPage): readonly HTMLElement[] =>
  said === null
    ? []
    : [
        html`<p class="notice one-student">
          ${entries.length === 0 ? "" : said} <a href="/log.html">Show the whole log</a>
        </p>`,
      ];

function entriesOf(first: LogPage, asked: AskedLog): readonly HTMLElement[] {
  const { table, rows } = logTable();
  const { shown, more } = pagedList<LogPage>({
    list: rows,
    first,
    entriesOf: ({ entries, schools }) => entries.map((entry) => logRow(entry, schools)),
    ask: (after) => askLog(asked, after),
    shownInWords: (count, isEnd) =>
      isEnd
        ? `${counted(count, "entry", "entries")}, all shown.`
        : `The latest ${wholeNumber(count)} of ${wholeNumber(first.all)} are shown.`,
  });
  const file = logFile(asked);
  return [
    html`<section aria-labelledby="entries">
      <h2 id="entries">Entries</h2>
      ${file === null ? "" : takeAlong({ name: "All of these as CSV", address: file })} ${shown}
      <div class="table-scroll" role="region" tabindex="0" aria-label="Entries">${table}</div>
      ${more}
    </section>`,
  ];
}
