import { html } from "htl";
import type { ChangeRow, RateRow, TrendRow } from "../../../functions/releases/tables.ts";
import { linkTo } from "../release/address.js";
import { dayInWords } from "../words/days.js";
import { wholeNumber } from "../words/numbers.js";
import { isShown, shareInWords } from "../words/shares.js";
import { markOf } from "../words/states.js";
import { earlierDay } from "./share-cell.js";
import { spark } from "./spark.js";

interface Past {
  readonly trend: readonly TrendRow[];
  readonly changes: readonly ChangeRow[];
}

/** At most four figures, each with whom it is of, what it was before, and its past. */
export function figureCards(rows: readonly RateRow[], asOf: string, past: Past): HTMLElement {
  return html`<ul class="figures">
    ${rows.slice(0, 4).map((row) => figureCard(row, asOf, past))}
  </ul>`;
}

function figureCard(row: RateRow, asOf: string, { trend, changes }: Past): HTMLElement {
  const change = changes.find((each) => isSame(each, row));
  const history = trend.filter((each) => isSame(each, row));
  return html`<li class="card figure" data-measure=${row.measure}>
    <a class="figure-name" href="${linkTo("measures", { measure: row.measure })}">${nameOf(row)}</a>
    ${
      isShown(row)
        ? html`<p class="figure-value">${shareInWords(row)}</p>`
        : html`<p class="figure-value mark">${markOf(row.state)}</p>`
    }
    <p class="figure-of">${ofStudents(row)}</p>
    <p class="figure-change">${dayOrChange(row, asOf, change)}</p>
    ${spark(nameOf(row), history)}
  </li>`;
}

function nameOf({ measureName, group, groupName }: RateRow): string {
  return group === "all" ? measureName : `${measureName}: ${groupName}`;
}

function ofStudents({ n, groupName }: RateRow): string {
  return n === null ? groupName : `of ${wholeNumber(n)} students`;
}

/** A figure that was kept from an earlier drawing cannot have changed since: its day is what there is to say. */
function dayOrChange(row: RateRow, asOf: string, change: ChangeRow | undefined): string {
  const day = earlierDay([row], asOf);
  if (day !== "") return day;
  return change === undefined ? `as of ${dayInWords(asOf)}` : changeInWords(change);
}

/** Shares that overlap may be the same: then nobody can say up or down. */
function changeInWords({ change, previousLow, previousHigh, previousAsOf }: ChangeRow): string {
  const before = shareInWords({ low: previousLow, high: previousHigh });
  const day = dayInWords(previousAsOf);
  if (change === "same") return `the same as on ${day}`;
  return change === "unclear" ? `${before} on ${day}` : `${change} from ${before} on ${day}`;
}

type FactKey = Pick<ChangeRow, "measure" | "level" | "school" | "breakdown" | "group">;

function isSame(one: FactKey, other: FactKey): boolean {
  return (
    one.measure === other.measure &&
    one.level === other.level &&
    one.school === other.school &&
    one.breakdown === other.breakdown &&
    one.group === other.group
  );
}
