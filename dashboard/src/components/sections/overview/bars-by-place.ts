import { html } from "htl";
import type { PlaceBars } from "../../../../../functions/releases/overview/overview.ts";
import { linkTo } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import { schoolsInWords } from "../../../words/counted.js";
import { overviewWords as words } from "../../../words/overview.js";
import { stackedBars } from "../../charts/stacked-bars.js";

/** One stacked bar for the district and each school, what needs attention first. */
export function barsByPlace({ kind, bars, more }: PlaceBars, { screen }: Edition): HTMLElement {
  const label = kind === "reviews" ? words.reviewsByPlace : words.requirementsByPlace;
  return html`<section class="card">
    <h2>${words.where}</h2>
    ${stackedBars({
      kind: kind === "reviews" ? "review" : "standing",
      label: label(screen.district.name),
      target: true,
      bars: bars.map((bar) => ({
        ...bar,
        isWhole: bar.level === "district",
        href: bar.level === "school" ? linkTo("schools", { school: bar.school }) : null,
      })),
    })}
    <p class="fine">
      ${words.sorted} ${more === 0 ? "" : words.moreSchools(schoolsInWords(more))}
      <a href="${linkTo("schools", { school: null })}">${words.allSchools}</a>
      <a href="${linkTo("requirements")}">${words.byRequirement}</a>
    </p>
  </section>`;
}
