import { html } from "htl";
import type { CertifiedReport } from "../../../functions/console/state-report-answers.ts";
import { withQuery } from "../asking/with-query.js";
import { dayInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";

/** Certificates, each with its file and the hash by which anybody can check it. */
export const certifiedTable = (certified: readonly CertifiedReport[]): HTMLElement =>
  html`<table class="own-table stacked">
    <caption>
      Certified files, the latest first. The SHA-256 of a file shows that nothing in it was changed.
    </caption>
    <thead>
      <tr>
        <th scope="col">Report</th>
        <th scope="col">Count day</th>
        <th scope="col">Certified</th>
        <th scope="col">Records</th>
        <th scope="col">File</th>
      </tr>
    </thead>
    <tbody>
      ${certified.map(certifiedRow)}
    </tbody>
  </table>`;

const certifiedRow = (of: CertifiedReport): HTMLElement =>
  html`<tr>
    <th scope="row">${of.title}<small>${of.certificate}</small></th>
    <td data-label="Count day">${dayInWords(of.countDay)}</td>
    <td data-label="Certified">
      ${dayInWords(of.certifiedAt)} by ${of.certifiedBy}
      ${of.amendment === null ? "" : html`<small>Amendment: ${of.amendment}</small>`}
    </td>
    <td data-label="Records">${counted(of.records, "record")}</td>
    <td data-label="File">
      <a
        href=${withQuery("/console/certified-file", new URLSearchParams({ report: of.report, certificate: of.certificate }))}
        download
        >${of.files[0]?.name ?? ""}</a
      >
      <small
        >Kept until ${dayInWords(of.expiresOn)}. SHA-256
        <code>${of.files[0]?.sha256 ?? ""}</code></small
      >
    </td>
  </tr>`;
