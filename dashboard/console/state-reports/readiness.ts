import { html } from "htl";
import type { ReportReadiness } from "../../../functions/console/state-report-answers.ts";
import { ask } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";
import { withQuery } from "../asking/with-query.js";
import { readinessInWords } from "./readiness-in-words.js";

/** Reports are checked one after another: each reads every school. */
let before: Promise<unknown> = Promise.resolve();

/** How far a report is, said once it is checked: the page does not wait for it. */
export function readiness(report: string): HTMLElement {
  const place = html`<span role="status">checking…</span>`;
  const address = withQuery("/console/state-report-readiness", new URLSearchParams({ report }));
  before = before
    .then(() => ask<ReportReadiness>(address))
    .then(
      (ready) => (place.textContent = readinessInWords(ready)),
      (error: unknown) => (place.textContent = `cannot be checked: ${wordsOf(error)}`),
    );
  return place;
}
