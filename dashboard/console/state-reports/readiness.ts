import { html } from "htl";
import type { ReportReadiness } from "../../../functions/console/state-report-answers.ts";
import { ask } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";
import { withQuery } from "../asking/with-query.js";
import { readinessInWords } from "./readiness-in-words.js";

/**
 * A place for how far each of some reports is, by the report's id. All are asked for together, since
 * each school is then read once; the page does not wait for them.
 */
export function readinessPlaces(reports: readonly string[]): ReadonlyMap<string, HTMLElement> {
  const places = new Map(
    reports.map((report) => [report, html`<span role="status">checking…</span>`]),
  );
  if (reports.length === 0) return places;
  const query = new URLSearchParams(reports.map((report) => ["report", report]));
  ask<readonly ReportReadiness[]>(withQuery("/console/state-report-readiness", query)).then(
    (all) => {
      for (const ready of all) {
        places.get(ready.report)?.replaceChildren(readinessInWords(ready));
      }
    },
    (error: unknown) => {
      for (const place of places.values()) {
        place.replaceChildren(`cannot be checked: ${wordsOf(error)}`);
      }
    },
  );
  return places;
}
