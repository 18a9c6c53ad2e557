import { html } from "htl";
import type { AboutReader } from "../../../functions/console/answers.ts";

/** "Signed in as J. Ortiz, district leader", and on request each reason for what is shown. */
export function whoIsSignedIn(me: AboutReader): HTMLElement {
  const reasons = new Set([
    ...me.roles.map(({ because }) => because),
    me.figures.because,
    exactInWords(me),
    "Each look at exact figures or names is noted in the access log, with the reason.",
  ]);
  return html`<details class="who">
    <summary>Signed in as ${nameOf(me)} · <span class="why">why?</span></summary>
    <ul>
      ${[...reasons].filter((reason) => reason !== "").map((reason) => html`<li>${reason}</li>`)}
    </ul>
  </details>`;
}

function nameOf({ staff, name, roles }: AboutReader): string {
  if (staff === null) return "the system account";
  return [name, roles.map(({ roleName }) => roleName).join(" and ") || "no role"].join(", ");
}

function exactInWords({ figures: { isWholeDistrict, schools } }: AboutReader): string {
  if (isWholeDistrict) return "Figures of the whole district are exact.";
  if (schools.length === 0) return "No figures are exact for you: they are those of the public.";
  const names = new Intl.ListFormat("en").format(schools.map(({ name }) => name));
  return `Exact figures: ${names}. All others are those of the public.`;
}
