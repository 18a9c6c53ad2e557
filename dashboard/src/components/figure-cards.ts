import { html } from "htl";
import type { ChangeRow, RateRow, TrendRow } from "../../../functions/releases/tables/tables.ts";
import { linkTo } from "../release/address.js";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { isShown, shareInWords } from "../words/shares.js";
import { markOf } from "../words/states.js";
import { earlierDay } from "./share-cell.js";
import { ofStudents } from "./of-students.js";
import { spark } from "./spark.js";

interface Past {
  readonly trend: readonly TrendRow[];
  readonly changes: readonly ChangeRow[];
}

/** At most four figures, each with whom it is of, what it was before, and its past. */
export function figureCards(release: Release, rows: readonly RateRow[], past: Past): HTMLElement {
  return html`<ul class="figures">
    ${rows.slice(0, 4).map((row) => figureCard(release, row, past))}
  </ul>`;
}

function figureCard(release: Release, row: RateRow, { trend, changes }: Past): HTMLElement {
  const change = changes.find((each) => isSame(each, row));
  const history = trend.filter((each) => isSame(each, row));
  return html`<li class="card figure" data-measure=${row.measure}>
    <a class="figure-name" href="${linkTo("measures", { measure: row.measure })}">${nameOf(row)}</a>
    ${
      isShown(row)
        ? html`<p class="figure-value">${shareInWords(row)}</p>`
        : html`<p class="figure-value mark">${markOf(row.state)}</p>`
    }
    <p class="figure-of">${row.n === null ? row.groupName : ofStudents(release, row)}</p>
    <p class="figure-change">${dayOrChange(row, release.manifest.asOf, change, history)}</p>
    ${spark(nameOf(row), history)}
  </li>`;
}

function nameOf({ measureName, group, groupName }: RateRow): string {
  return group === "all" ? measureName : `${measureName}: ${groupName}`;
}

/** A figure that was kept from an earlier drawing cannot have changed since: its day is what there is to say. */
function dayOrChange(
  row: RateRow,
  asOf: string,
  change: ChangeRow | undefined,
  history: readonly TrendRow[],
): string {
  const day = earlierDay([row], asOf);
  if (day !== "") return day;
  if (change !== undefined) return changeInWords(change);
  const [other, now] = history.filter(isShown).slice(-2);
  const isAnew = now?.comparableSince === asOf;
  return other === undefined || !isAnew ? `as of ${dayInWords(asOf)}` : notCompared(other);
}

/** A rate of several requirements is another one once not the same of them have come due. */
const notCompared = ({ asOf }: TrendRow): string =>
  `not compared with ${dayInWords(asOf)}, when a different set of requirements was due`;

/** Shares that overlap may be the same: then nobody can say up or down. */
function changeInWords(row: ChangeRow): string {
  const { change, previousLow, previousHigh } = row;
  const before = shareInWords({ low: previousLow, high: previousHigh });
  const day = dayInWords(row.previousAsOf);
  if (change === "same") return `the same as on ${day}`;
  if (change === "unclear") return `${before} on ${day}`;
  return before === shareInWords(row)
    ? `nearly the same as on ${day}`
    : `${change} from ${before} on ${day}`;
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
