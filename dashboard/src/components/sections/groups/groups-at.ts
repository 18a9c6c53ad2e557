import { html } from "htl";
import { linkTo } from "../../../release/address.js";
import { isExactPlace, type Edition } from "../../../release/edition.js";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { listInWords } from "../../../words/formats/lists.js";
import { isShown } from "../../../words/formats/shares.js";
import { withinSentence } from "../../../words/formats/text.js";
import { groupWords as words } from "../../../words/groups.js";
import { divisionName } from "../../../words/terms/student-groups.js";
import type { Parts } from "../../page/redrawn.ts";
import { worded } from "../../page/worded.js";
import { inGroups } from "../requirements/bar-rows.js";
import type { AskedGroups, GroupRow } from "./asked-groups.ts";
import { divisionShares } from "./division-shares.js";
import { groupGaps } from "./group-gaps.js";
import { groupTable } from "./group-table.js";

type RateRow = RowsByTable["rates"];

/** The groups that the reader asked for: each beside all students, how far apart they are, and all of it as a table. */
export async function groupsAt(
  edition: Edition,
  rates: readonly RateRow[],
  asked: AskedGroups | null,
): Promise<Parts> {
  if (asked === null) return [html`<p>${words.noGroups}</p>`];
  if (asked.rows.length === 0) return [html`<p>${worded(words.noneHere(asked.schoolName))}</p>`];
  return [
    besideAll(edition, rates, asked),
    html`<section class="part">
      <h2>${words.gaps}</h2>
      ${groupGaps(edition.screen, asked)}
    </section>`,
    html`<section class="part">
      <h2>${words.table}</h2>
      ${await groupTable(edition, asked)}
      <p class="fine">
        <a href="${linkTo("methods", {}, asked.rows[0]?.measure ?? "definitions")}"
          >${words.definitions}</a
        >
        <a href="${linkTo("methods", {}, "privacy")}">${words.protection}</a>
      </p>
    </section>`,
  ];
}

/** Race and ethnicity first, then the other divisions in the order of the table; those that nobody sent are named. */
function besideAll({ screen }: Edition, rates: readonly RateRow[], asked: AskedGroups) {
  const whole = rates.find((row) => isWhole(row, asked));
  const divisions = inGroups(asked.rows, ({ division }) => division);
  const shown = divisions.filter((rows) => rows.some(isShown));
  const silent = divisions.filter((rows) => rows.every(({ state }) => state === "not-enough-data"));
  return html`<section class="part">
    <h2>${words.beside}</h2>
    ${
      shown.length === 0
        ? html`<p>${worded(words.noFigure(asked.what, asked.schoolName))}</p>`
        : html`<div class="cards">
            ${shown.map((rows, at) => divisionShares(asked, rows, whole ?? null, at === 0))}
          </div>`
    }
    ${silent.length === 0 ? "" : notSent(silent, whole)}
    ${
      isExactPlace(screen, asked) || asked.level === "school" || shown.length === 0
        ? ""
        : html`<p class="fine">${words.ofDistrict}</p>`
    }
  </section>`;
}

/** Everybody of the place, as the measure counts them. */
const isWhole = (row: RateRow, { rows, level, school }: AskedGroups): boolean =>
  row.measure === rows[0]?.measure &&
  row.level === level &&
  row.school === school &&
  (rows[0].requirement === ""
    ? row.breakdown === "all"
    : row.breakdown === "transition" && row.group === rows[0].requirement);

/** Where the measure itself has no data, nothing can be said of the groups. */
function notSent(
  silent: readonly (readonly [GroupRow, ...GroupRow[]])[],
  whole: RateRow | undefined,
): HTMLElement {
  if (whole?.state === "not-enough-data") return html`<p class="fine">${words.noData}</p>`;
  const names = silent.map(([{ division, divisionName: name }]) =>
    withinSentence(divisionName(division, name)),
  );
  return html`<p class="fine">${worded(words.notSent(listInWords(names)))}</p>`;
}
