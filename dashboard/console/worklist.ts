/** The worklist: whose plan needs what by when, most urgent first. */
import { html } from "htl";
import type { AboutReader, CaseloadsAnswer } from "../../functions/console/answers.ts";
import { dayInWords } from "./words/days.js";
import { Refusal } from "./asking/refusal.js";
import { pagePlace } from "./parts/page-place.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { takeAlong } from "./parts/take-along.js";
import { askCaseloads, askReader, askWorklist, fileAddress } from "./worklist/ask-worklist.js";
import { askedFrom, queryOf, type Asked } from "./worklist/asked.js";
import { filters } from "./worklist/filters.js";
import { neededList } from "./worklist/needed-list.js";
import { countsOf, summaryOf } from "./worklist/summary.js";
import { undecidedList } from "./worklist/undecided-list.js";

redrawnPlace(pagePlace("worklist"), async (query, again) => {
  const asked = askedFrom(query);
  // Asked at once where the address says of which school; the first school answers otherwise.
  const earlyRequest = asked.school === "" ? null : listOf(asked);
  const me = await askReader();
  const [answer, page] = await (earlyRequest ?? listOf({ ...asked, school: firstSchool(me) }));
  // As the records spell it: an address typed by hand may differ in case and accents.
  const mine: Asked = page.asked;
  const { caseloads, undecided } = answer;
  return [
    heading(me, answer, mine),
    filters(me, caseloads, mine, (next) => again(queryOf(next))),
    takeAlong(
      { name: "Spreadsheet (CSV)", address: fileAddress(mine, "csv") },
      { name: "Calendar of due days (iCalendar)", address: fileAddress(mine, "ics") },
    ),
    neededList(mine, page, countsOf(caseloads, mine).asked),
    ...undecidedList(undecided),
    html`<p class="because">${page.because} Each look at it is noted in the access log.</p>`,
  ];
});

function firstSchool({ listSchools }: AboutReader): string {
  const [first] = listSchools;
  if (first === undefined) throw new Refusal("There is no school whose list you may see.");
  return first.id;
}

function listOf(asked: Asked) {
  const answers = Promise.all([askCaseloads(asked), askWorklist(asked, null)]);
  // Heard where it is waited for; until then it is nobody's unheard fault.
  answers.catch(() => undefined);
  return answers;
}

function heading(
  { district, asOf, listSchools }: AboutReader,
  answer: CaseloadsAnswer,
  asked: Asked,
): HTMLElement {
  const school = listSchools.find(({ id }) => id === asked.school)?.name ?? asked.school;
  return html`<div class="heading">
    <p class="place">
      ${district.name} · ${school}${asOf === null ? "" : ` · as of ${dayInWords(asOf)}`}
    </p>
    <p class="sentence" role="status">${summaryOf(answer, asked)}</p>
  </div>`;
}
