import { html } from "htl";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";

/** Where the page's figures come from: the last lines of every page. */
export function provenance({ manifest }: Release): HTMLElement {
  return html`<section class="provenance" aria-label="Where these figures come from">
    <dl>
      <div>
        <dt>District</dt>
        <dd>${manifest.district.name}, school year ${manifest.schoolYear}</dd>
      </div>
      <div>
        <dt>True for</dt>
        <dd>${dayInWords(manifest.asOf)}</dd>
      </div>
      <div>
        <dt>Release</dt>
        <dd>${manifest.release}</dd>
      </div>
      <div>
        <dt>Definitions</dt>
        <dd><a href="${linkTo("definitions")}">version ${manifest.definitionVersion}</a></dd>
      </div>
      <div>
        <dt>Sources</dt>
        <dd><a href="${linkTo("data-quality")}">${counted(manifest.sources.length, "file")}</a></dd>
      </div>
      <div>
        <dt>Rule</dt>
        <dd>
          <a href="${linkTo("mandate")}">${manifest.mandate.title}</a>. ${manifest.mandate.citation}
        </dd>
      </div>
    </dl>
    <p>
      ${manifest.protection.statement}
      <a href="${linkTo("protection")}">How we protect students</a>
    </p>
  </section>`;
}
