import { html } from "htl";
import type { Overview } from "../../../../../functions/releases/overview/overview.ts";
import type { Edition } from "../../../release/edition.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { english } from "../../../words/language.js";
import { methodsWords as words, type MethodsPart } from "../../../words/methods/methods.js";
import { pageWords } from "../../../words/page.js";
import { drawnLater } from "../../page/drawn-later.js";
import { page } from "../../page/page.js";
import type { Parts } from "../../page/redrawn.ts";
import { attendance } from "./attendance.js";
import { dataQuality } from "./data-quality.js";
import { definitions } from "./definitions.js";
import { files } from "./files.js";
import { privacy } from "./privacy.js";
import { stayAtPart } from "./stay-at-part.js";

/** The parts in reading order. */
const PARTS: readonly (readonly [MethodsPart, (edition: Edition) => Promise<Parts>])[] = [
  ["attendance", attendance],
  ["definitions", definitions],
  ["privacy", privacy],
  ["files", files],
  ["data", dataQuality],
];

/** What is counted and how, how students are protected, and every table as a file. */
export const methodsAndData = (): HTMLElement =>
  page<Overview>({
    file: "overview.json",
    title: ({ district, asOf }) =>
      [pageWords.names["methods"], english(district.name), dayInWords(asOf)].join(" · "),
    draw,
  });

function draw(edition: Edition): Parts {
  const drawn = PARTS.map(([id, parts]) => ({ id, parts: parts(edition) }));
  stayAtPart(drawn.map(({ parts }) => parts));
  return [
    html`<nav class="on-this-page" aria-label=${words.onThisPage}>
      <ul>
        ${PARTS.map(([id]) => html`<li><a href="#${id}">${words.parts[id]}</a></li>`)}
      </ul>
    </nav>`,
    ...drawn.map(
      ({ id, parts }) =>
        html`<section class="part methods-part" id=${id} aria-labelledby="${id}-title">
          <h2 id="${id}-title">${words.parts[id]}</h2>
          ${drawnLater(parts)}
        </section>`,
    ),
  ];
}
