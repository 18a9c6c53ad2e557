import { html } from "htl";
import type { ChangeRow, RateRow, TrendRow } from "../../../functions/releases/tables.ts";
import { linkTo } from "../release/address.js";
import { dayInWords } from "../words/days.js";
import { percent, percentInterval, pointsChanged, wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { spark } from "./spark.js";

interface Past {
  readonly trend: readonly TrendRow[];
  readonly changes: readonly ChangeRow[];
}

/** At most four figures, each with its denominator, what it was before, and its past. */
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
      isShown(row) && row.rate !== null
        ? html`<p class="figure-value">${percent(row.rate)}</p>`
        : html`<p class="figure-value mark">${markOf(row.state)}</p>`
    }
    <p class="figure-of">${denominatorOf(row)}</p>
    ${
      change
        ? html`<p class="figure-change">
            ${pointsChanged(change.differencePoints)} since ${dayInWords(change.previousAsOf)}
          </p>`
        : html`<p class="figure-change">as of ${dayInWords(asOf)}</p>`
    }
    ${spark(nameOf(row), history)}
  </li>`;
}

function nameOf({ measureName, group, groupName }: RateRow): string {
  return group === "all" ? measureName : `${measureName}: ${groupName}`;
}

function denominatorOf(row: RateRow): string {
  if (row.numerator === null || row.denominator === null) return row.groupName;
  const students = `${wholeNumber(row.numerator)} of ${wholeNumber(row.denominator)} students`;
  if (row.low === null || row.high === null) return students;
  return `${students}; 95% interval ${percentInterval(row.low, row.high)}`;
}

function isSame(one: Omit<ChangeRow | TrendRow, "rate">, other: RateRow): boolean {
  return (
    one.measure === other.measure &&
    one.level === other.level &&
    one.school === other.school &&
    one.breakdown === other.breakdown &&
    one.group === other.group
  );
}
