import { html } from "htl";
import type { LogPage } from "../../../functions/console/log-answers.ts";
import { dayInWords } from "../words/days.js";
import { counted, wholeNumber } from "../words/numbers.js";

/** More days than this are folded: the unusual ones come first. */
const MOST_DAYS = 10;

/** How much each person looked at on each day, the unusual days first, with what is usual. */
export function daysTable(days: LogPage["days"]): HTMLElement {
  const unusual = days.filter(({ isUnusual }) => isUnusual).length;
  const first = Math.max(unusual, MOST_DAYS);
  return html`<section aria-labelledby="amounts">
    <h2 id="amounts">Students named, by person and day</h2>
    <p>${unusualInWords(unusual)}</p>
    ${table(days.slice(0, first), "Days of persons, the unusual ones first")}
    ${
      days.length <= first
        ? ""
        : html`<details>
            <summary>${counted(days.length - first, "more day")}</summary>
            ${table(days.slice(first), "Further days of persons, the latest first")}
          </details>`
    }
    <p class="because">
      A day is unusual when the students named are more than 3 times the usual and at least 20 above
      it, or the looks are more than 3 times the usual and at least 50 above. Usual is the median of
      the person’s other days in the time shown; with fewer than 5 earlier days, the median of the
      role’s days. A student named by two looks counts twice.
    </p>
  </section>`;
}

const unusualInWords = (unusual: number): string =>
  unusual === 0
    ? "No day is unusual."
    : unusual === 1
      ? "1 day is unusual, and stands first."
      : `${wholeNumber(unusual)} days are unusual, and stand first.`;

const table = (days: LogPage["days"], caption: string): HTMLElement =>
  html`<table class="own-table stacked amounts">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Who</th>
        <th scope="col">Day (UTC)</th>
        <th scope="col">Students named</th>
        <th scope="col">Looks</th>
        <th scope="col">Compared with what is usual</th>
      </tr>
    </thead>
    <tbody>
      ${days.map(dayRow)}
    </tbody>
  </table>`;

function dayRow({
  who,
  role,
  on,
  students,
  looks,
  isUnusual,
  because,
}: LogPage["days"][number]): HTMLElement {
  const query = new URLSearchParams({ from: on, until: on, staff: who });
  return html`<tr data-unusual=${String(isUnusual)}>
    <th scope="row">
      ${who} ${role === null ? "" : html`<small>${role.replaceAll("-", " ")}</small>`}
    </th>
    <td data-label="Day (UTC)"><a href=${`/log.html?${query.toString()}`}>${dayInWords(on)}</a></td>
    <td data-label="Students named">${wholeNumber(students)}</td>
    <td data-label="Looks">${wholeNumber(looks)}</td>
    <td data-label="Compared with what is usual">
      ${isUnusual ? html`<strong>${because}</strong>` : because}
    </td>
  </tr>`;
}
