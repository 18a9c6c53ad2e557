import { html } from "htl";
import type {
  CheckShown,
  StateReportPage,
} from "../../../functions/console/state-report-answers.ts";
import { withQuery } from "../asking/with-query.js";
import { decisionButton } from "../decisions/decision-dialog.js";
import { placeLine } from "../parts/place-line.js";
import { takeAlong } from "../parts/take-along.js";
import { dayInWords } from "../words/days.js";
import { counted, wholeNumber } from "../words/numbers.js";
import { certifiedTable } from "./certified-table.js";
import { toFixTable } from "./to-fix-table.js";

/** One report: whether its file can be written, what keeps it, what to fix, and what was certified. */
export function reportParts(page: StateReportPage): readonly HTMLElement[] {
  return [
    html`<p><a href="/state-reports.html">To all reports</a></p>`,
    html`<h2>${page.title}</h2>`,
    placeLine([page.district], page.countDay),
    html`<p class="sentence" role="status">${sentenceOf(page)}</p>`,
    html`<p>${page.summary} Who is in it: ${page.population}</p>`,
    ...(page.isReady && !page.isCertified ? [certifyButton(page)] : []),
    ...(page.isCertified && page.hasSheet ? [sheetLink(page)] : []),
    ...(page.certified.length === 0
      ? []
      : [
          html`<section aria-labelledby="certified">
            <h3 id="certified">What was certified</h3>
            ${certifiedTable(page.certified)}
          </section>`,
        ]),
    checkTable(page),
    ...(page.schools.length === 0 ? [] : [schoolTable(page)]),
    ...fixPart(page),
    ...leftOutPart(page),
    html`<p class="because">
      Why you may see it: ${page.because} No option and no role bypasses a check.
    </p>`,
  ];
}

function sentenceOf(page: StateReportPage): string {
  const { isReady, isCertified, checks, records, countDay, allToFix } = page;
  const of = `${counted(records, "record")} as of ${dayInWords(countDay)}`;
  if (isCertified) return `Certified, and no record has changed since. ${of}.`;
  if (isReady) {
    const worth =
      allToFix === 0
        ? ""
        : ` ${counted(allToFix, "thing is", "things are")} worth fixing all the same.`;
    return `Every check passed: the file can be certified. ${of}.${worth}`;
  }
  const failing = checks.filter(({ outcome }) => outcome === "failed").length;
  return `The file cannot be written yet: ${counted(failing, "check")} failed. ${of}.`;
}

const certifyButton = ({
  id,
  title,
  amends,
  signedAs,
  countDay,
  records,
}: StateReportPage): HTMLElement =>
  html`<p class="certify">
    ${decisionButton(
      amends === null ? "Certify this report" : "Amend the certified report",
      () => ({
        title: amends === null ? `Certify: ${title}` : `Amend: ${title}`,
        fields: [],
        effect: () =>
          `The ${counted(records, "record")} of ${dayInWords(countDay)} are frozen with their file and its SHA-256.${amends === null ? "" : ` It replaces ${amends}; both are kept.`}`,
        signedAs,
        submit: "Certify and freeze",
        path: "/console/state-report/certify",
        body: () => ({ report: id, amends: amends ?? "" }),
        onRecorded: () => location.reload(),
      }),
    )}
  </p>`;

const sheetLink = ({ id }: StateReportPage): HTMLElement =>
  html`<p class="sheet">
    <a
      href=${withQuery("/console/certified-sheet.xlsx", new URLSearchParams({ report: id }))}
      download
      >The certified records as an Excel file</a
    >
  </p>`;

const OUTCOMES = { passed: "Passed", failed: "Failed", "not-made": "Not made" } as const;

const checkTable = (page: StateReportPage): HTMLElement =>
  html`<table class="own-table stacked">
    <caption>
      Checks that every file must pass
    </caption>
    <thead>
      <tr>
        <th scope="col">Check</th>
        <th scope="col">Result</th>
        <th scope="col">Why, and what to do</th>
      </tr>
    </thead>
    <tbody>
      ${failedFirst(page.checks).map((check) => checkRow(check, page))}
    </tbody>
  </table>`;

const failedFirst = (checks: readonly CheckShown[]): readonly CheckShown[] =>
  checks.toSorted((a, b) => Number(b.outcome === "failed") - Number(a.outcome === "failed"));

const checkRow = (check: CheckShown, page: StateReportPage): HTMLElement =>
  html`<tr data-outcome=${check.outcome}>
    <th scope="row">${check.name}</th>
    <td data-label="Result">
      ${check.outcome === "failed" ? html`<strong>${OUTCOMES.failed}</strong>` : OUTCOMES[check.outcome]}
    </td>
    <td data-label="Why, and what to do">
      ${check.because} ${check.remedy}
      ${check.unexplained.map((subject) => explainButton(subject, page))}
    </td>
  </tr>`;

const explainButton = (
  subject: string,
  { id, schoolYear, signedAs }: StateReportPage,
): HTMLElement =>
  decisionButton(`Say why: ${subject}`, () => ({
    title: `Why ${subject} moved`,
    fields: [{ name: "because", label: "The reason", missing: "Say why it moved.", is: "words" }],
    effect: () => "The words are kept with the report, and the check passes for this count.",
    signedAs,
    submit: "Keep the reason",
    path: "/console/state-report/explain-change",
    body: ({ because = "" }) => ({ report: id, schoolYear, subject, because }),
    onRecorded: () => location.reload(),
  }));

const schoolTable = ({ schools }: StateReportPage): HTMLElement =>
  html`<table class="own-table stacked">
    <caption>
      By school: records, and how many of them are to be fixed
    </caption>
    <thead>
      <tr>
        <th scope="col">School</th>
        <th scope="col">Records</th>
        <th scope="col">Keep the file from being written</th>
        <th scope="col">Worth fixing</th>
      </tr>
    </thead>
    <tbody>
      ${schools.map(
        ({ name, records, blocking, worthFixing }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td data-label="Records">${wholeNumber(records)}</td>
            <td data-label="Keep the file from being written">${wholeNumber(blocking)}</td>
            <td data-label="Worth fixing">${wholeNumber(worthFixing)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

function fixPart(page: StateReportPage): readonly HTMLElement[] {
  if (page.allToFix === 0) return [];
  const query = new URLSearchParams({ report: page.id });
  return [
    html`<section aria-labelledby="to-fix">
      <h3 id="to-fix">What to fix</h3>
      ${takeAlong(
        { name: "CSV", address: withQuery("/console/state-report.csv", query) },
        { name: "Excel", address: withQuery("/console/state-report.xlsx", query) },
      )}
      ${toFixTable(page.toFix, page.allToFix)}
    </section>`,
  ];
}

function leftOutPart({ leftOut }: StateReportPage): readonly HTMLElement[] {
  if (leftOut.length === 0) return [];
  return [
    html`<section aria-labelledby="left-out">
      <h3 id="left-out">What the file leaves out</h3>
      <ul>
        ${leftOut.map(
          ({ what, because, nextStep }) =>
            html`<li><strong>${what}</strong>: ${because} ${nextStep}</li>`,
        )}
      </ul>
    </section>`,
  ];
}
