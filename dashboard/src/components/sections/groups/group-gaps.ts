import { html } from "htl";
import { isExactPlace, type AboutEdition } from "../../../release/edition.js";
import { gapInWords } from "../../../words/formats/gaps.js";
import { groupWords as words } from "../../../words/groups.js";
import { plainText } from "../../../words/language.js";
import { withinSentence } from "../../../words/formats/text.js";
import { studentGroupName } from "../../../words/terms/student-groups.js";
import { drawnLater } from "../../page/drawn-later.js";
import type { AskedGroups, GroupRow } from "./asked-groups.ts";

/** How many percentage points each group is above or below the one it is compared with, certain gaps first. */
export function groupGaps(screen: AboutEdition, asked: AskedGroups): readonly Node[] {
  const gaps = asked.rows
    .filter(isGap)
    .toSorted((a, b) => certainPoints(b) - certainPoints(a) || widest(b) - widest(a));
  if (gaps.length === 0) return [html`<p>${words.noGaps}</p>`];
  const isCertain = ({ gap }: GapRow): boolean => gap !== "unclear";
  return [
    ...(gaps.some(isCertain) ? [] : [html`<p>${words.noneCertain}</p>`]),
    html`<div class="card">${drawnLater(drawn(gaps, asked))}</div>`,
    html`<p class="fine">
      ${isExactPlace(screen, asked) ? words.aboutExactGaps : words.aboutGaps}
    </p>`,
  ];
}

/** The library that draws is read when the first chart asks for it. */
async function drawn(
  gaps: readonly GapRow[],
  { what, schoolName }: AskedGroups,
): Promise<readonly Node[]> {
  const { gapBars } = await import("../../charts/gap-bars.js");
  const rows = gaps.map((row) => ({
    ...{ name: nameOf(row), words: gapInWords(row) },
    ...{ low: row.gapLow, high: row.gapHigh },
  }));
  return [gapBars({ rows, label: plainText(words.gapsLabel(what, schoolName)) })];
}

type GapRow = GroupRow & { readonly gapLow: number; readonly gapHigh: number };

const isGap = (row: GroupRow): row is GapRow =>
  row.gapLow !== null && row.gapHigh !== null && row.group !== "no";

/** How far apart two shares are for certain. */
const certainPoints = ({ gapLow, gapHigh }: GapRow): number => Math.max(0, gapLow, -gapHigh);

const widest = ({ gapLow, gapHigh }: GapRow): number => Math.max(gapHigh, -gapLow);

function nameOf({ division, group, groupName, comparedWith, comparedWithName }: GroupRow): string {
  const other = studentGroupName(division, comparedWith, comparedWithName);
  return plainText(
    words.gapRow(studentGroupName(division, group, groupName), withinSentence(other)),
  );
}
