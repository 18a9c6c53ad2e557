import { html } from "htl";
import type { Latest } from "../../../functions/releases/manifest/manifest.ts";
import { linkTo } from "../release/address.js";
import { editionName } from "../release/exactness.js";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";
import { staffStatement } from "./exact-places.js";

/** Where the page's figures come from: the last lines of every page. */
export function provenance({ latest, manifest }: Release): HTMLElement {
  return html`<section class="provenance" aria-label="Where these figures come from">
    <dl>
      <div>
        <dt>District</dt>
        <dd>${manifest.district.name}, school year ${manifest.schoolYear}</dd>
      </div>
      <div>
        <dt>Data as of</dt>
        <dd>${dayInWords(manifest.asOf)}</dd>
      </div>
      <div>
        <dt>${capital(editionName(manifest))}</dt>
        <dd>${manifest.release}</dd>
      </div>
      ${manifest.edition === "public" ? nextRelease(latest) : ""}
      <div>
        <dt>Definitions</dt>
        <dd><a href="${linkTo("definitions")}">version ${manifest.definitionVersion}</a></dd>
      </div>
      <div>
        <dt>Sources</dt>
        <dd>
          <a href="${linkTo("data-quality")}"
            >${counted(manifest.sources.length, "kind")} of files</a
          >
        </dd>
      </div>
      <div>
        <dt>Requirements</dt>
        <dd>
          <a href="${linkTo("mandate")}">${manifest.mandate.title}</a>. ${manifest.mandate.citation}
        </dd>
      </div>
    </dl>
    <p>
      ${manifest.edition === "staff" ? `${staffStatement(manifest)} ` : ""}${manifest.protection.statement}
      <a href="${linkTo("protection")}">How we protect students</a>
    </p>
  </section>`;
}

const CALENDAR_NAMES: { readonly [calendar in Latest["calendar"]]: string } = {
  monthly: "monthly",
  quarterly: "quarterly",
  "by-hand": "published by hand",
};

/** When the next public release is due; where somebody publishes by hand there is no day. */
function nextRelease({ calendar, nextDueOn }: Latest): HTMLElement {
  const due = nextDueOn === null ? "no day is set" : `due ${dayInWords(nextDueOn)}`;
  return html`<div>
    <dt>Next public release</dt>
    <dd>${due} (${CALENDAR_NAMES[calendar]})</dd>
  </div>`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
