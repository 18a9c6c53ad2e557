import { html } from "htl";
import type { Overview } from "../../../../../functions/releases/overview/overview.ts";
import type { Edition } from "../../../release/edition.ts";
import { dayInWords } from "../../../words/formats/days.js";
import { isShown } from "../../../words/formats/shares.js";
import { english } from "../../../words/language.js";
import { messageText } from "../../../words/messages/message-text.js";
import { overviewWords as words } from "../../../words/overview.js";
import { pageWords } from "../../../words/page.js";
import { page } from "../../page/page.js";
import type { Parts } from "../../page/redrawn.ts";
import { worded } from "../../page/worded.js";
import { actionList } from "../action-list.js";
import { answer } from "../answer.js";
import { barsByPlace } from "./bars-by-place.js";
import { headlineFigure } from "./headline-figure.js";

/** The district on one screen: yes or no, four figures, each school, who acts next and what changed. */
export const overview = (): HTMLElement =>
  page<Overview>({
    file: "overview.json",
    name: "overview",
    title: ({ district, asOf }) =>
      [english(district.name), pageWords.plans, dayInWords(asOf)].join(" · "),
    draw,
  });

function draw(edition: Edition<Overview>): Parts {
  const { kept, figures, places, actions } = edition.screen;
  return [
    answer(kept),
    figures.every((figure) => !isShown(figure))
      ? null
      : html`<ul class="figures" aria-label=${words.figures}>
          ${figures.map(headlineFigure)}
        </ul>`,
    places.bars.some(({ parts }) => parts.length > 0) ? barsByPlace(places, edition) : null,
    html`<div class="two">
      <section>
        <h2>${words.whoActs}</h2>
        ${actionList(actions, edition)}
      </section>
      ${changes(edition.screen)}
    </div>`,
  ];
}

function changes({
  changes: messages,
  comparedWith,
  figures,
  sameDayLastYear,
}: Overview): HTMLElement {
  const title =
    comparedWith === null ? words.changedFirst : words.changed(dayInWords(comparedWith));
  const hasLastYear = figures.some(({ lastYear }) => lastYear !== null);
  const none = comparedWith === null ? words.firstOfYear : words.noChange;
  return html`<section>
    <h2>${title}</h2>
    ${
      messages.length === 0
        ? html`<p>${none}</p>`
        : html`<ul class="changes">
            ${messages.map((message) => html`<li>${worded(messageText(message))}</li>`)}
          </ul>`
    }
    <p class="fine">
      ${words.sameDayLastYear}:
      ${hasLastYear && sameDayLastYear !== null ? dayInWords(sameDayLastYear) : words.noLastYear}
    </p>
  </section>`;
}
