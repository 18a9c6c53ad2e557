/** Files for the state: by when, whether each can be written, what to fix, and what was certified. */
import { html } from "htl";
import type {
  StateReportPage,
  StateReportsPage,
} from "../../functions/console/state-report-answers.ts";
import { ask } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { pagePlace } from "./parts/page-place.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { certifiedTable } from "./state-reports/certified-table.js";
import { reportCalendar } from "./state-reports/report-calendar.js";
import { reportParts } from "./state-reports/report-parts.js";

redrawnPlace(pagePlace("state-reports"), async (address) => {
  const report = address.get("report") ?? "";
  if (report !== "") {
    const query = new URLSearchParams({ report });
    return reportParts(await ask<StateReportPage>(withQuery("/console/state-report", query)));
  }
  const page = await ask<StateReportsPage>("/console/state-reports");
  return [
    ...reportCalendar(page),
    html`<section aria-labelledby="certified">
      <h2 id="certified">What was certified</h2>
      ${
        page.certified.length === 0
          ? html`<p>Nothing was certified yet.</p>`
          : certifiedTable(page.certified)
      }
    </section>`,
    html`<p class="because">Why you may see it: ${page.because}</p>`,
  ];
});
