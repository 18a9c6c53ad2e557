import { html } from "htl";
import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { listInWords } from "../../../words/formats/lists.js";
import { counted } from "../../../words/formats/nouns.js";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { isShown } from "../../../words/formats/shares.js";
import { english, LANGUAGE } from "../../../words/language.js";
import { privacyWords as words } from "../../../words/methods/privacy.js";
import { MARK_KEYS } from "../../../words/terms/states.js";
import type { Parts } from "../../page/redrawn.ts";
import { worded } from "../../page/worded.js";
import { markKey } from "../../tables/mark-key.js";
import { inGroups } from "../requirements/bar-rows.js";

/** How public figures are protected, for a reader who has to answer for it before a board. */
export async function privacy(edition: Edition): Promise<Parts> {
  const { screen } = edition;
  const { smallestGroup } = screen;
  const fewest = counted(smallestGroup, "student");
  return [
    screen.edition === "staff" ? html`<p>${words.staff}</p>` : null,
    html`<p>${words.lead(fewest)}</p>`,
    screen.edition === "public" ? await inThisRelease(edition) : null,
    html`<h3>${words.whyTitle}</h3>`,
    html`<p>${words.why}</p>`,
    html`<h3>${words.doneTitle}</h3>`,
    html`<ul>
      ${words
        .done(fewest, wholeNumber(smallestGroup))
        .map(([rule, more]) => html`<li><strong>${rule}</strong> ${more}</li>`)}
    </ul>`,
    html`<h3>${words.limitsTitle}</h3>`,
    ...words.limits.map((limit) => html`<p>${limit}</p>`),
    html`<h3>${words.marksTitle}</h3>`,
    html`<p>${words.marks}</p>`,
    markKey(MARK_KEYS[LANGUAGE].ranges),
    html`<h3>${words.researchTitle}</h3>`,
    html`<p>${words.research}</p>`,
  ];
}

type RateRow = RowsByTable["rates"];

/** Which schools have no public figure: a reader who misses one finds it here. */
async function inThisRelease(edition: Edition): Promise<HTMLElement> {
  const rates = await edition.rows("rates");
  const schools = inGroups(
    rates.filter(({ level }) => level === "school"),
    ({ school }) => school,
  );
  const without = schools.filter(isWithoutFigures).map(([{ schoolName }]) => english(schoolName));
  return html`<div>
    <h3>${words.releaseTitle}</h3>
    <p>
      ${without.length === 0 ? words.noneTooSmall : worded(words.tooSmall(listInWords(without)))}
    </p>
  </div>`;
}

const isWithoutFigures = (rows: readonly RateRow[]): boolean =>
  !rows.some(isShown) &&
  rows.some(({ state }) => state === "too-few-students" || state === "left-out");
