import { html } from "htl";
import type { TimelineEvent } from "../../../functions/console/student-page/student-page.ts";
import { dayInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";

/** What happened and what is to come, in the order of days; school years before the last are folded. */
export function timelineList(events: readonly TimelineEvent[], asOf: string): HTMLElement {
  const years = [...new Set(events.map(({ schoolYear }) => schoolYear))];
  const last = events.filter(({ isAhead }) => !isAhead).at(-1)?.schoolYear ?? years.at(-1);
  return html`<section aria-labelledby="timeline">
    <h2 id="timeline">Timeline</h2>
    ${events.length === 0 ? html`<p>Nothing with a day is on record.</p>` : ""}
    ${years.map((year) => {
      const own = events.filter(({ schoolYear }) => schoolYear === year);
      return last !== undefined && year < last
        ? html`<details class="folded">
            <summary>${year}: ${counted(own.length, "event")}</summary>
            ${yearList(own, asOf)}
          </details>`
        : html`<div>
            <h3>${year}</h3>
            ${yearList(own, asOf)}
          </div>`;
    })}
  </section>`;
}

function yearList(events: readonly TimelineEvent[], asOf: string): HTMLElement {
  const firstAhead = events.findIndex(({ isAhead }) => isAhead);
  return html`<ol class="timeline">
    ${events.flatMap((event, place) => [
      place === firstAhead && place > 0
        ? html`<li class="today">Data as of ${dayInWords(asOf)}; what follows is to come</li>`
        : "",
      eventItem(event),
    ])}
  </ol>`;
}

const eventItem = ({ on, kind, what, about, isAhead }: TimelineEvent): HTMLElement =>
  html`<li data-kind=${kind} data-ahead=${isAhead ? "yes" : "no"}>
    <time datetime=${on}>${dayInWords(on)}</time>
    <span
      ><strong>${what}</strong>${
        about === "" ? "" : html`<span class="about">${about}</span>`
      }</span
    >
  </li>`;
