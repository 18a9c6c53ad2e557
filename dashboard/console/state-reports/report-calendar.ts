import { html } from "htl";
import type {
  ReportListed,
  StateReportsPage,
} from "../../../functions/console/state-report-answers.ts";
import { placeLine } from "../parts/place-line.js";
import { readinessPlaces } from "./readiness.js";
import { dayInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";

/** What is to be reported by when: the district's own reports, the duties of the mandate, and reports of other states. */
export function reportCalendar(page: StateReportsPage): readonly HTMLElement[] {
  const own = page.reports.filter(({ isOwn }) => isOwn);
  const others = page.reports.filter(({ isOwn }) => !isOwn);
  const checks = readinessPlaces(
    own.filter(({ countDay }) => countDay !== null).map(({ id }) => id),
  );
  return [
    placeLine([page.district], page.asOf),
    html`<p class="sentence" role="status">${sentenceOf(page, own)}</p>`,
    reportTable("Reports for this district", own, checks),
    ...(page.duties.length === 0 ? [] : [dutyTable(page)]),
    ...(others.length === 0
      ? []
      : [
          html`<details>
            <summary>${counted(others.length, "report")} of other states</summary>
            ${reportTable("Reports of other states", others, checks)}
          </details>`,
        ]),
  ];
}

function sentenceOf({ asOf }: StateReportsPage, own: readonly ReportListed[]): string {
  if (asOf === null) return "No edition is written yet, so nothing can be reported.";
  const certified = own.filter(({ certificate }) => certificate !== null).length;
  return `${counted(own.length, "report")} for this district, ${certified === 0 ? "none" : certified} certified this school year. The figures are those of ${dayInWords(asOf)}.`;
}

const reportTable = (
  caption: string,
  reports: readonly ReportListed[],
  checks: ReadonlyMap<string, HTMLElement>,
): HTMLElement =>
  html`<table class="own-table stacked">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Report</th>
        <th scope="col">Count day</th>
        <th scope="col">Due</th>
        <th scope="col">Layout</th>
        <th scope="col">Checks</th>
        <th scope="col">This school year</th>
      </tr>
    </thead>
    <tbody>
      ${reports.map((report) => reportRow(report, checks.get(report.id)))}
    </tbody>
  </table>`;

const reportRow = (of: ReportListed, checks: HTMLElement | undefined): HTMLElement =>
  html`<tr>
    <th scope="row">
      <a href=${`/state-reports.html?${new URLSearchParams({ report: of.id })}`}>${of.title}</a>
      <small>${of.summary} ${of.filedBy}.</small>
    </th>
    <td data-label="Count day">${of.countDay === null ? "–" : dayInWords(of.countDay)}</td>
    <td data-label="Due">${dueInWords(of)}</td>
    <td data-label="Layout">${of.layout}</td>
    <td data-label="Checks">${checks ?? "–"}</td>
    <td data-label="This school year">
      ${
        of.certificate === null
          ? "not certified"
          : `certified on ${dayInWords(of.certificate.certifiedAt)}`
      }
    </td>
  </tr>`;

const dutyTable = ({ duties, mandate }: StateReportsPage): HTMLElement =>
  html`<table class="own-table stacked">
    <caption>
      What the mandate asks of the district itself: ${mandate}
    </caption>
    <thead>
      <tr>
        <th scope="col">Duty</th>
        <th scope="col">Due</th>
        <th scope="col">Last done</th>
      </tr>
    </thead>
    <tbody>
      ${duties.map(
        ({ name, due, dueOn, doneOn }) =>
          html`<tr>
            <th scope="row">${name}<small>${due}</small></th>
            <td data-label="Due">${dueOn === null ? "no day is known" : dayInWords(dueOn)}</td>
            <td data-label="Last done">${doneOn === null ? "no record" : dayInWords(doneOn)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const dueInWords = ({ dueOn, isDueSeen }: ReportListed): string => {
  if (dueOn === null) return "–";
  return isDueSeen ? dayInWords(dueOn) : `${dayInWords(dueOn)} (recalled, not checked)`;
};
