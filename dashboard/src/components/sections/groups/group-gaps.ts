import { html } from "htl";
import type { BeforeDue } from "../../../release/due-between.ts";
import { isExactPlace, type AboutEdition } from "../../../release/edition.js";
import { dayOfYearInWords } from "../../../words/formats/days.js";
import { gapInWords } from "../../../words/formats/gaps.js";
import { listInWords } from "../../../words/formats/lists.js";
import { groupWords as words } from "../../../words/groups.js";
import { plainText } from "../../../words/language.js";
import { notComparedWords } from "../../../words/not-compared.js";
import { withinSentence } from "../../../words/formats/text.js";
import { studentGroupName } from "../../../words/terms/student-groups.js";
import { worded } from "../../page/worded.js";
import { drawnLater } from "../../page/drawn-later.js";
import { countsOf } from "../counts-of.js";
import { dueInWords } from "../not-compared.js";
import { inGroups } from "../requirements/bar-rows.js";
import type { Compared } from "./compared.ts";
import type { AskedGroups, GroupRow } from "./group-row.ts";
import { gapsInOrder, isCertain, type GapRow } from "./gaps-in-order.js";

/** How many percentage points each group is above or below the one it is compared with, certain gaps first. */
export function groupGaps(
  screen: AboutEdition,
  asked: AskedGroups,
  { apart }: Pick<Compared, "apart">,
): readonly Node[] {
  const gaps = gapsInOrder(asked.rows);
  const notes = notCompared(asked.rows, apart);
  if (gaps.length === 0) return notes.length > 0 ? notes : [html`<p>${words.noGaps}</p>`];
  return [
    html`<p>${words.comparedWithAll}</p>`,
    ...(gaps.some(isCertain) ? [] : [html`<p>${words.noneCertain}</p>`]),
    html`<div class="card">${drawnLater(drawn(gaps, asked, screen.asOf))}</div>`,
    ...notes,
    html`<p class="fine">
      ${isExactPlace(screen, asked) ? words.aboutExactGaps : words.aboutGaps}
    </p>`,
  ];
}

/** The groups without a gap since a due day lies between the counts, a line for each day of counts. */
function notCompared(rows: readonly GroupRow[], apart: Compared["apart"]): readonly Node[] {
  const groups = rows.flatMap((row) => {
    const before = apart(row);
    return before === null ? [] : [{ row, before }];
  });
  const keyOf = ({ heldOn, dueOn }: BeforeDue): string => [heldOn, dueOn.first, dueOn.last].join();
  return inGroups(groups, ({ before }) => keyOf(before)).map((of) => {
    const names = of.map(({ row }) => studentGroupName(row.division, row.group, row.groupName));
    const { heldOn, dueOn } = of[0].before;
    return html`<p class="fine">
      ${worded(notComparedWords.groups(listInWords(names), dayOfYearInWords(heldOn), dueInWords(dueOn)))}
    </p>`;
  });
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
