import { html } from "htl";
import type { DueCalendar } from "../../../../../functions/releases/due/due-between.ts";
import { linkTo } from "../../../release/address.js";
import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { groupWords as words } from "../../../words/groups.js";
import type { Parts } from "../../page/redrawn.ts";
import { worded } from "../../page/worded.js";
import type { AskedGroups } from "./group-row.ts";
import { compared } from "./compared.js";
import { besideAll } from "./beside-all.js";
import { groupGaps } from "./group-gaps.js";
import { groupTable } from "./group-table.js";

/** The groups that the reader asked for: each beside all students, how far apart they are, and all of it as a table. */
export async function groupsAt(
  edition: Edition,
  rates: readonly RowsByTable["rates"][],
  mandate: DueCalendar,
  asked: AskedGroups | null,
): Promise<Parts> {
  if (asked === null) return [html`<p>${words.noGroups}</p>`];
  const [first] = asked.rows;
  if (first === undefined) {
    return [html`<p>${worded(words.noFigure(asked.what, asked.schoolName))}</p>`];
  }
  const beside = compared(rates, asked, mandate);
  return [
    besideAll(edition, asked, beside),
    html`<section class="part">
      <h2>${words.gaps}</h2>
      ${groupGaps(edition.screen, asked, beside)}
    </section>`,
    html`<section class="part">
      <h2>${words.table}</h2>
      <div class="card">${await groupTable(edition, asked, beside)}</div>
      <p class="fine">
        <a href="${linkTo("methods", {}, first.measure)}">${words.definitions}</a>
        <a href="${linkTo("methods", {}, "privacy")}">${words.protection}</a>
      </p>
    </section>`,
  ];
}
