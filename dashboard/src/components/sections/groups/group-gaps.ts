import { html } from "htl";
import { isExactPlace, type AboutEdition } from "../../../release/edition.js";
import { gapInWords } from "../../../words/formats/gaps.js";
import { groupWords as words } from "../../../words/groups.js";
import { plainText } from "../../../words/language.js";
import { withinSentence } from "../../../words/formats/text.js";
import { studentGroupName } from "../../../words/terms/student-groups.js";
import { drawnLater } from "../../page/drawn-later.js";
import { countsOf } from "../counts-of.js";
import type { AskedGroups } from "./group-row.ts";
import { gapsInOrder, isCertain, type GapRow } from "./gaps-in-order.js";

/** How many percentage points each group is above or below the one it is compared with, certain gaps first. */
export function groupGaps(screen: AboutEdition, asked: AskedGroups): readonly Node[] {
  const gaps = gapsInOrder(asked.rows);
  if (gaps.length === 0) return [html`<p>${words.noGaps}</p>`];
  return [
    html`<p>${words.comparedWithAll}</p>`,
    ...(gaps.some(isCertain) ? [] : [html`<p>${words.noneCertain}</p>`]),
    html`<div class="card">${drawnLater(drawn(gaps, asked, screen.asOf))}</div>`,
    html`<p class="fine">
      ${isExactPlace(screen, asked) ? words.aboutExactGaps : words.aboutGaps}
    </p>`,
  ];
}

/** The library that draws is read when the first chart asks for it. */
async function drawn(
  gaps: readonly GapRow[],
  { what, schoolName }: AskedGroups,
  asOf: string,
): Promise<readonly Node[]> {
  const { gapBars } = await import("../../charts/gap-bars.js");
  const rows = gaps.map((row) => ({
    name: nameOf(row),
    words: gapInWords(row),
    more: countsOf(row.drawnOn, asOf),
    ...{ low: row.gapLow, high: row.gapHigh },
  }));
  return [gapBars({ rows, label: plainText(words.gapsLabel(what, schoolName)) })];
}

function nameOf({ division, group, groupName, comparedWith, comparedWithName }: GapRow): string {
  const name = studentGroupName(division, group, groupName);
  if (comparedWith === "all") return plainText(name);
  const other = studentGroupName(division, comparedWith, comparedWithName);
  return plainText(words.gapRow(name, withinSentence(other)));
}
