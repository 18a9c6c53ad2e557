/** The caseload page of the signed-in side: whose plan needs what by when, most urgent first. */
import { html } from "htl";
import type { StaffCaseloads, StaffPlaces } from "../../functions/pipeline/staff-answer.ts";
import { dayInWords } from "../src/words/days.js";
import { askCaseloads, askPlaces, askWorklist, fileAddress } from "./ask-server.js";
import { askedFromAddress, askedIntoAddress, type Asked } from "./asked.js";
import { filters } from "./filters.js";
import { pagedList } from "./paged-list.js";
import { countsOf, summaryOf } from "./summary.js";
import { undecidedList } from "./undecided-list.js";

const root = document.getElementById("caseload");
if (root === null) throw new Error("the page has no place for the caseload");
const place = root;

let drawing = 0;
let drawn = "";
// The way to a rule on the page is a step of the address too, and asks for nothing.
addEventListener("popstate", () => {
  if (location.search !== drawn) void draw(askedFromAddress(), false);
});
void draw(askedFromAddress(), false);

/** Draws what is asked, unless the reader has asked for something else meanwhile. */
async function draw(asked: Asked, isFilterUsed: boolean): Promise<void> {
  const own = ++drawing;
  drawn = location.search;
  place.dataset.state = "loading";
  try {
    const parts = await partsOf(asked);
    if (own !== drawing) return;
    const focused = focusedLabel();
    place.replaceChildren(...parts);
    if (isFilterUsed) focusLabel(focused);
    place.dataset.state = "ready";
  } catch (error) {
    if (own !== drawing) return;
    place.replaceChildren(failed(error));
    place.dataset.state = "failed";
  }
}

async function partsOf(asked: Asked): Promise<readonly Node[]> {
  // Asked at once where the address says of which school; the first school answers otherwise.
  const known = asked.school === "" ? null : listOf(asked);
  const places = await askPlaces();
  const first = places.schools[0]?.id ?? "";
  const [answer, page] = await (known ?? listOf({ ...asked, school: first }));
  const { caseloads, because } = answer;
  // As the records spell it: an address typed by hand may differ in case and accents.
  const mine: Asked = page.asked;
  const choose = (next: Asked): void => {
    askedIntoAddress(next);
    void draw(next, true);
  };
  return [
    heading(places, answer, mine),
    filters(places, caseloads, mine, choose),
    downloads(mine),
    pagedList(mine, page, countsOf(caseloads, mine).asked),
    ...undecidedList(answer.undecided),
    html`<p class="because">${because} Each look at it is noted in the access log.</p>`,
  ];
}

function listOf(asked: Asked) {
  const answers = Promise.all([askCaseloads(asked), askWorklist(asked, null)]);
  // Heard where it is waited for; until then it is nobody's unheard fault.
  answers.catch(() => undefined);
  return answers;
}

function heading(
  { districtName, asOf, schools }: StaffPlaces,
  answer: StaffCaseloads,
  asked: Asked,
): HTMLElement {
  const school = schools.find(({ id }) => id === asked.school)?.name ?? asked.school;
  return html`<div class="heading">
    <p class="place">
      ${districtName} · ${school}${asOf === null ? "" : ` · as of ${dayInWords(asOf)}`}
    </p>
    <p class="sentence" role="status">${summaryOf(answer, asked)}</p>
  </div>`;
}

function downloads(asked: Asked): HTMLElement {
  const print = html`<button type="button">Print</button>`;
  print.addEventListener("click", () => window.print());
  return html`<div class="tools" role="group" aria-label="Take the list along">
    <a href=${fileAddress(asked, "csv")} download>Spreadsheet (CSV)</a>
    <a href=${fileAddress(asked, "ics")} download>Calendar of due days (iCalendar)</a>
    ${print}
  </div>`;
}

function failed(error: unknown): HTMLElement {
  return html`<div class="notice" role="alert">
    <p>The list cannot be shown: ${error instanceof Error ? error.message : "not understood"}</p>
    <p><a href=${location.href}>Try again</a> or <a href="/">see the first school</a></p>
  </div>`;
}

/** A redrawn filter keeps the focus of the one that was used. */
const focusedLabel = (): string =>
  document.activeElement?.closest("label")?.firstChild?.textContent ?? "";

function focusLabel(text: string): void {
  const label = [...place.querySelectorAll("label")].find(
    ({ firstChild }) => firstChild?.textContent === text,
  );
  label?.querySelector("select")?.focus();
}
