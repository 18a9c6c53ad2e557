import { html } from "htl";
import { linkTo } from "../../release/address.js";
import type { Edition } from "../../release/edition.ts";
import { dayInWords } from "../../words/formats/days.js";
import { pageWords as words } from "../../words/page.js";

/** Where the page's figures come from: the last lines of every page. */
export function provenance({ latest, screen }: Edition): HTMLElement {
  const { edition, release, definitionVersion, asOf, district, schoolYear } = screen;
  const facts: readonly (readonly [string, Node | string])[] = [
    [
      words.district,
      html`<span><span lang="en">${district.name}</span>, ${words.schoolYear(schoolYear)}</span>`,
    ],
    [words.dataAsOf, dayInWords(asOf)],
    [words.release, html`<span lang="en">${release}</span>`],
    ...(edition === "public"
      ? [
          [
            words.nextRelease,
            latest.nextDueOn === null ? words.noDay : dayInWords(latest.nextDueOn),
          ] as const,
        ]
      : []),
    [
      words.methodsVersion,
      html`<a href="${linkTo("methods")}">${words.version(definitionVersion)}</a>`,
    ],
  ];
  return html`<footer class="provenance" aria-label=${words.whereFrom}>
    <dl>
      ${facts.map(
        ([term, fact]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${fact}</dd>
          </div>`,
      )}
    </dl>
    <p>
      ${edition === "staff" ? words.exactStays : words.protectedBriefly(screen.smallestGroup)}
      <a href="${linkTo("methods", {}, "privacy")}">${words.howProtected}</a>
    </p>
  </footer>`;
}
