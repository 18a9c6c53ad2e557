import { html } from "htl";
import type { StatementShown } from "../../../functions/console/student-page/student-page.ts";
import { dayInWords } from "../words/days.js";

const STATES = { "in-force": "In force", past: "Past", ahead: "To come" } as const;
const KINDS = { exemption: "Exemption", attestation: "Attestation" } as const;

/**
 * Exemptions and attestations in force and past, with who decided and when; what was recorded one by one
 * stands among the decisions, with the way to withdraw it.
 */
export function statementTable(all: readonly StatementShown[]): HTMLElement {
  const statements = all.filter(({ isDecision }) => !isDecision);
  return html`<section aria-labelledby="statements">
    <h2 id="statements">Exemptions and attestations</h2>
    ${
      statements.length === 0
        ? html`<p>
            ${all.length === 0 ? "None is on record." : html`All of them stand under “<a href="#decisions">Decide</a>”.`}
          </p>`
        : html`<table class="own-table stacked">
            <caption>
              What somebody decided or stated about this student, the latest first
            </caption>
            <thead>
              <tr>
                <th scope="col">Requirement</th>
                <th scope="col">What</th>
                <th scope="col">By</th>
                <th scope="col">From</th>
                <th scope="col">Until</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              ${statements.map(statementRow)}
            </tbody>
          </table>`
    }
  </section>`;
}

const statementRow = (statement: StatementShown): HTMLElement => {
  const { kind, requirementName, words, by, from, until, state, noEffect } = statement;
  return html`<tr>
    <th scope="row">${requirementName}</th>
    <td data-label=${KINDS[kind]}>${words}</td>
    <td data-label="By">${by}</td>
    <td data-label="From">${dayInWords(from)}</td>
    <td data-label="Until">${until === null ? "No end set" : dayInWords(until)}</td>
    <td data-label="State">
      ${noEffect === "" ? STATES[state] : html`In force, without effect. <small>${noEffect}</small>`}
    </td>
  </tr>`;
};
