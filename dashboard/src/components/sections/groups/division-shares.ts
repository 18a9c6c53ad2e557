import { html } from "htl";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { isShown, shareInWords } from "../../../words/formats/shares.js";
import { groupWords as words } from "../../../words/groups.js";
import { plainText } from "../../../words/language.js";
import { markOf } from "../../../words/terms/states.js";
import { divisionName, studentGroupName } from "../../../words/terms/student-groups.js";
import { worded } from "../../page/worded.js";
import type { AskedGroups, GroupRow } from "./asked-groups.ts";
import { groupShares, type GroupShare } from "./group-shares.js";

/**
 * The share of each group of a division, with that of all students as a line across them.
 * @param isFirst the first of the divisions has all students as a row, and the key
 */
export function divisionShares(
  { what, schoolName }: AskedGroups,
  division: readonly GroupRow[],
  whole: RowsByTable["rates"] | null,
  isFirst: boolean,
): HTMLElement {
  const [first] = division;
  const name = first === undefined ? "" : divisionName(first.division, first.divisionName);
  const all = whole !== null && isShown(whole) ? whole : null;
  return html`<div class="card ${isFirst ? "whole-row" : ""}">
    <h3>${worded(name)}</h3>
    ${groupShares({
      rows: [
        ...(whole === null || !isFirst
          ? []
          : [{ ...rowOf(whole, words.allStudents), isWhole: true }]),
        ...division
          .filter(isAmongRows)
          .map((row) => rowOf(row, studentGroupName(row.division, row.group, row.groupName))),
      ],
      reference: all && { name: words.allShare(shareInWords(all)), low: all.low, high: all.high },
      hasKey: isFirst,
      label: plainText(words.besideLabel(what, name, schoolName)),
    })}
  </div>`;
}

/** Nobody is in some groups; and who is in no program is everybody else, of whom the line of all students says enough. */
const isAmongRows = ({ state, group }: GroupRow): boolean =>
  state !== "not-applicable" && group !== "no";

function rowOf(row: GroupRow | RowsByTable["rates"], name: string): GroupShare {
  const { n, low, high, state } = row;
  return {
    name: plainText(name),
    n,
    low,
    high,
    words: isShown(row) ? shareInWords(row) : markOf(state),
  };
}
