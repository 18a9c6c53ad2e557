/** The list of students: who they are, as far as the reader may see their names, what is overdue and what comes next. */
import { html } from "htl";
import type { AboutReader } from "../../functions/console/answers.ts";
import { ask } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { cannotBeShown } from "./parts/cannot-be-shown.js";
import { pagePlace } from "./parts/page-place.js";
import { askStudents, type ListAsked } from "./students/ask-students.js";
import { filters } from "./students/filters.js";
import { headingOf, reasonOf } from "./students/heading.js";
import { keepPlace, listPlace, pushList } from "./students/list-place.js";
import { changedQuery, listQuery, type ListPart } from "./students/list-query.js";
import { listTools } from "./students/list-tools.js";
import { followPlace, goToPlace } from "./students/row-place.js";
import { searchField } from "./students/search-field.js";
import { studentTable, type StudentTable } from "./students/student-table.js";

const place = pagePlace("students");
const heading = html`<div class="heading"></div>`;
const search = searchField(listPlace().search, (words) => {
  keepPlace({ search: words });
  void draw();
});
const choices = html`<div class="choices"></div>`;
const which = html`<div class="which" role="search" aria-label="Which students">
  ${search.field}${choices}
</div>`;
const results = html`<div class="results"></div>`;
let drawing = 0;
let table: StudentTable | null = null;
let reader: Promise<AboutReader> | null = null;

history.scrollRestoration = "manual";
addEventListener("popstate", () => void draw());
followPlace(results, () => table);
place.replaceChildren(heading, which, results);
void draw();

/** Asks for the list of the address and draws it; of several asked, the last. */
async function draw(): Promise<void> {
  const own = ++drawing;
  const { search: words } = listPlace();
  search.show(words);
  const asked: ListAsked = {
    query: listQuery(new URLSearchParams(location.search)),
    search: words,
  };
  place.dataset["state"] = "loading";
  place.setAttribute("aria-busy", "true");
  const state = await Promise.all([readerOf(), askStudents(asked, null)]).then(
    async ([me, list]) => {
      if (own !== drawing) return null;
      table?.close();
      table = studentTable(list, (after) => askStudents(asked, after));
      heading.replaceChildren(...headingOf(me, list, words));
      drawChoices(filters(list, change));
      results.replaceChildren(
        ...(list.named === 0 ? [] : [listTools(asked, table), ...table.parts]),
        reasonOf(list),
      );
      await goToPlace(table, listPlace(), () => own === drawing);
      return "ready";
    },
    (error: unknown) => {
      if (own !== drawing) return null;
      table?.close();
      table = null;
      heading.replaceChildren();
      results.replaceChildren(failed(error));
      return "failed";
    },
  );
  if (state === null || own !== drawing) return;
  place.dataset["state"] = state;
  place.removeAttribute("aria-busy");
}

/** Changes the address from what it is now: what was changed just before is in it already, drawn or not. */
function change(part: ListPart): void {
  const query = changedQuery(new URLSearchParams(location.search), part);
  pushList(withQuery(location.pathname, query), listPlace().search);
  void draw();
}

/** A filter that was used keeps the focus. */
function drawChoices(parts: readonly HTMLElement[]): void {
  const labelOf = (node: Element | null) => node?.closest("label")?.firstChild?.textContent;
  const focused = choices.contains(document.activeElement) ? labelOf(document.activeElement) : null;
  const isOpen = choices.querySelector("details")?.open === true;
  choices.replaceChildren(...parts);
  if (isOpen) choices.querySelector("details")?.setAttribute("open", "");
  const controls = [...choices.querySelectorAll<HTMLElement>("select, input")];
  controls.find((control) => focused !== null && labelOf(control) === focused)?.focus();
}

function readerOf(): Promise<AboutReader> {
  reader ??= ask<AboutReader>("/console/me").catch((error: unknown) => {
    reader = null;
    throw error;
  });
  return reader;
}

const failed = (error: unknown): HTMLElement =>
  cannotBeShown(error, { address: location.pathname, words: "Begin without a filter" });
