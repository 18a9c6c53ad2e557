/** The access log: who looked at what and recorded what, when and why. No student is named. */
import { html } from "htl";
import type { LogPage } from "../../functions/console/answers.ts";
import { counted } from "./words/numbers.js";
import { askPage } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { filters } from "./log/filters.js";
import { logQuery } from "./log/log-query.js";
import { logRow, logTable } from "./log/log-table.js";
import { pagePlace } from "./parts/page-place.js";
import { pagedList } from "./parts/paged-list.js";
import { redrawnPlace } from "./parts/redrawn-place.js";

redrawnPlace(pagePlace("log"), async (address, again) => {
  const query = logQuery(address);
  const first = await askLog(query, null);
  return [
    html`<p class="sentence" role="status">${sentenceOf(first)}</p>`,
    filters(first, query, again),
    ...(first.entries.length === 0 ? [] : entriesOf(first, query)),
    html`<p class="because">
      Why you may see it: ${first.because} This look is an entry of the log too.
    </p>`,
  ];
});

function askLog(query: URLSearchParams, after: string | null): Promise<LogPage> {
  return askPage(withQuery("/console/log", query), after);
}

function sentenceOf({ entries }: LogPage): string {
  if (entries.length === 0) return "No entry of the log is of what is asked for.";
  const refused = entries.filter(({ isAllowed }) => !isAllowed).length;
  return refused === 0
    ? "Every look and every record, the newest first. An entry names no student."
    : `Every look and every record, the newest first: ${counted(refused, "refusal")} among the latest ${entries.length}. An entry names no student.`;
}

function entriesOf(first: LogPage, query: URLSearchParams): readonly HTMLElement[] {
  const { table, rows } = logTable();
  const { shown, more } = pagedList<LogPage>({
    list: rows,
    first,
    entriesOf: ({ entries, schools }) => entries.map((entry) => logRow(entry, schools)),
    ask: (after) => askLog(query, after),
    shownInWords: (count, isEnd) =>
      isEnd
        ? `${counted(count, "entry", "entries")}, all shown.`
        : `The latest ${count} are shown.`,
  });
  return [
    html`<section aria-labelledby="entries">
      <h2 id="entries">Entries</h2>
      ${shown}
      <div class="table-scroll" role="region" tabindex="0" aria-label="Entries">${table}</div>
      ${more}
    </section>`,
  ];
}
