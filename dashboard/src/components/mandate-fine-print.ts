import { html } from "htl";
import type { Release } from "../release/release.ts";
import { cited } from "./cited.js";
import { section } from "./section.js";

/** What neither the text nor the records decide: never guessed, and said why. */
export function notDeterminable(release: Release): HTMLElement | null {
  const { notDeterminable: byText } = release.manifest.mandate;
  const lines = [...byText, ...openForEverybody(release)];
  if (lines.length === 0) return null;
  return section(
    "What cannot be determined, and why",
    html`<dl class="facts card">
      ${lines.map(
        ({ name, because }) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${because}</dd>
          </div>`,
      )}
    </dl>`,
    html`<p class="fine">
      What cannot be determined is never counted as met, nor as not met. Where somebody can attest
      it, the attestation is the evidence.
    </p>`,
  );
}

/** The requirements of which no record of the district shows that anybody meets or misses them. */
function openForEverybody(release: Release) {
  const rows = release
    .rows("standings")
    .filter(({ level, breakdown }) => level === "district" && breakdown === "all");
  const low = (requirement: string, standing: string): number | null =>
    rows.find((row) => row.requirement === requirement && row.standing === standing)?.low ?? null;
  return release.manifest.mandate.requirements
    .filter(
      ({ id }) =>
        (low(id, "not-determinable") ?? 0) > 0 && low(id, "met") === 0 && low(id, "not-met") === 0,
    )
    .map(({ name, wouldDecide }) => ({
      name,
      because: `The records show of nobody for certain whether it is met. What would decide it: ${wouldDecide}.`,
    }));
}

/** The fine print: what else is known of the mandate, and the pages that were read. */
export function mandateSources({ manifest }: Release): HTMLElement {
  const { mandate } = manifest;
  return section(
    "Texts and notes",
    html`<p>${mandate.title}. ${mandate.citation}</p>`,
    html`<p class="fine">
      Version ${mandate.version} of the profile. A student who comes during the year has
      ${mandate.entrantGraceDays} calendar days before anything can be asked, unless the text sets a
      clock of its own. Inside the district, <code>ilp mandates show ${mandate.id}</code> prints the
      rules on a terminal.
    </p>`,
    mandate.notes.length === 0
      ? null
      : html`<ul>
          ${mandate.notes.map((note) => html`<li>${note.text} ${cited(note)}</li>`)}
        </ul>`,
    mandate.sources.length === 0
      ? null
      : html`<ul class="sources">
          ${mandate.sources.map(({ title, url }) => html`<li><a href="${url}">${title}</a></li>`)}
        </ul>`,
  );
}
