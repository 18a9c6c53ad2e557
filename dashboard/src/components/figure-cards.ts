import { html } from "htl";
import type { ChangeRow, RateRow, TrendRow } from "../../../functions/releases/tables.ts";
import { linkTo } from "../release/address.js";
import { bandInWords } from "../words/bands.js";
import { dayInWords } from "../words/days.js";
import { wholeNumber } from "../words/numbers.js";
import { markOf } from "../words/states.js";
import { spark } from "./spark.js";

interface Past {
  readonly trend: readonly TrendRow[];
  readonly changes: readonly ChangeRow[];
}

/** At most four figures, each with whom it speaks of, what it was before, and its past. */
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
      row.band !== null
        ? html`<p class="figure-value">${bandInWords(row.band)}</p>`
        : html`<p class="figure-value mark">${markOf(row.state)}</p>`
    }
    <p class="figure-of">${ofStudents(row)}</p>
    ${
      change
        ? html`<p class="figure-change">
            ${changeInWords(change)} ${dayInWords(change.previousAsOf)}
          </p>`
        : html`<p class="figure-change">as of ${dayInWords(asOf)}</p>`
    }
    ${spark(nameOf(row), history)}
  </li>`;
}

function nameOf({ measureName, group, groupName }: RateRow): string {
  return group === "all" ? measureName : `${measureName}: ${groupName}`;
}

function ofStudents({ of, groupName }: RateRow): string {
  return of === null ? groupName : `among ${wholeNumber(of)} students`;
}

/** Bands that overlap may hold the same share: then nobody can say up or down. */
function changeInWords({ change, previousBand }: ChangeRow): string {
  const before = bandInWords(previousBand);
  if (change === "same") return "the same band as on";
  return change === "unclear" ? `${before} on` : `${change} from ${before} on`;
}

function isSame(one: Omit<ChangeRow | TrendRow, "band">, other: RateRow): boolean {
  return (
    one.measure === other.measure &&
    one.level === other.level &&
    one.school === other.school &&
    one.breakdown === other.breakdown &&
    one.group === other.group
  );
}
