import { html } from "htl";
import type { PlaceBars } from "../../../../../functions/releases/overview/overview.ts";
import { linkTo } from "../../../release/address.js";
import { barParts } from "../../../release/bar-parts.js";
import type { Edition } from "../../../release/edition.ts";
import { counted } from "../../../words/formats/nouns.js";
import { english, plainText } from "../../../words/language.js";
import { notComparedWords } from "../../../words/not-compared.js";
import { overviewWords as words } from "../../../words/overview.js";
import { partsInWords } from "../../../words/terms/question-parts.js";
import { markOf } from "../../../words/terms/states.js";
import { stackedBars } from "../../charts/stacked-bars.js";
import { countsNote, heldInFew } from "../counts-of.js";

/** One stacked bar for the district and each school, what needs attention first. */
export function barsByPlace({ kind, bars, more }: PlaceBars, { screen }: Edition): HTMLElement {
  const label = kind === "reviews" ? words.reviewsByPlace : words.requirementsByPlace;
  return html`<section class="card">
    <h2>${words.where} <small>${sortedWords(bars)}</small></h2>
    ${stackedBars({
      parts: partsInWords(kind === "reviews" ? "review" : "standing"),
      label: plainText(label(english(screen.district.name))),
      target: 1,
      bars: bars.map((bar) => ({
        n: bar.n,
        parts: barParts(bar.parts),
        name: english(bar.name),
        why: markOf(bar.state),
        note: countsNote(heldInFew(bar.heldOn), bar.notCompared === true),
        isWhole: bar.level === "district",
        href: bar.level === "school" ? linkTo("schools", { school: bar.school }) : null,
      })),
    })}
    ${
      more === 0
        ? ""
        : html`<p class="fine">
            <a href="${linkTo("schools", { school: null })}"
              >${words.moreSchools(counted(more, "school"))}</a
            >
          </p>`
    }
  </section>`;
}

/** The order of the bars, and why some are not compared. */
const sortedWords = (bars: PlaceBars["bars"]): string =>
  [
    words.sorted,
    ...(bars.some(({ notCompared }) => notCompared === true) ? [notComparedWords.why] : []),
  ].join("; ");
