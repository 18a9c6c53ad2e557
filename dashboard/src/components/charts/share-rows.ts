import { html } from "htl";
import { CHART_WORDS } from "../../words/charts.js";
import { shareLabel } from "../../words/formats/share-label.js";
import { shareInWords } from "../../words/formats/shares.js";
import { worded } from "../page/worded.js";
import { percentOf, scaleLines, scaleNumbers, type ScaleLine } from "./share-scale.js";
import type { Interval } from "./stacked-spans.js";

/** One measure of a school beside the district and the schools of its level. */
export interface ShareRow {
  readonly name: string;
  readonly href?: string | null;
  /** More about the measure in a few words, such as its due day. */
  readonly more?: string;
  readonly school: ShareOrWhy;
  readonly district: ShareOrWhy;
  /** The median of the schools of its level; null where too few have a figure. */
  readonly peers: ShareOrWhy | null;
  /** The share to reach, 0 to 1. */
  readonly target: number | null;
  /** What changed since the release before, in words. */
  readonly change?: string;
}

/** A share, or the reason in words why there is none. */
export type ShareOrWhy = NotedShare | { readonly why: string };

/** A share with a few words about it, such as the day of its counts. */
type NotedShare = Interval & {
  readonly note?: string | null;
  /** True where it is not compared with the school: then it stands in words alone. */
  readonly isApart?: boolean;
};

interface ShareRows {
  readonly rows: readonly ShareRow[];
  /** What the chart shows: its accessible name. */
  readonly label: string;
  /** The name of the column of changes, such as "Since March 31"; left out where no row has a change. */
  readonly changeTitle?: string;
}

type Who = "school" | "district" | "peers";

/**
 * A table of measures in which each row draws its shares on one scale from 0 to 100 %: the school a
 * square, the district a circle, the median of schools an open diamond. The words beside say the same.
 */
export function shareRows({ rows, label, changeTitle: title }: ShareRows): HTMLElement {
  const changeTitle = rows.some(({ change }) => change) ? title : undefined;
  const hasPeers = rows.some(({ peers }) => peers !== null);
  const whose: readonly Who[] = hasPeers ? ["school", "district", "peers"] : ["school", "district"];
  const hasTarget = rows.some(({ target }) => target !== null);
  const head = (words: string, className: string) =>
    html`<span role="columnheader" class=${className}>${words}</span>`;
  return html`<div class="rows-chart share-rows">
    <ul class="chart-key" aria-hidden="true">
      ${whose.map((who) => html`<li><i class="share-glyph ${who}"></i> ${CHART_WORDS[who]}</li>`)}
      ${hasTarget ? html`<li><i class="target-glyph"></i> ${CHART_WORDS.targetAlone}</li>` : ""}
    </ul>
    <div
      role="table"
      aria-label=${label}
      class="chart-rows values-${whose.length} ${changeTitle === undefined ? "" : "with-change"}"
    >
      <div role="row" class="chart-row share-head">
        ${head(CHART_WORDS.measure, "row-name")}
        <span class="lane"></span>
        ${whose.map((who) => head(CHART_WORDS[who], "share-value"))}
        ${changeTitle === undefined ? "" : head(changeTitle, "share-change")}
      </div>
      ${rows.map((row) => shareRow(row, whose, changeTitle))} ${scaleNumbers()}
    </div>
  </div>`;
}

function shareRow(
  row: ShareRow,
  whose: readonly Who[],
  changeTitle: string | undefined,
): HTMLElement {
  const { name, href, more, target } = row;
  const lines = target === null ? [] : [targetLine(target)];
  return html`<div role="row" class="chart-row">
    <div role="rowheader" class="row-name">
      ${href ? html`<a href=${href}>${worded(name)}</a>` : worded(name)}
      ${more === undefined ? "" : html`<small>${more}</small>`}
    </div>
    <div class="lane" aria-hidden="true">
      ${scaleLines(lines)} ${whose.map((who) => shareMark(who, shareOf(row, who)))}
    </div>
    ${whose.map((who) => valueCell(who, row))}
    ${
      changeTitle === undefined
        ? ""
        : html`<div role="cell" class="share-change">
            ${row.change ? html`<span class="cell-label">${changeTitle}</span>` : ""}
            ${row.change ?? ""}
          </div>`
    }
  </div>`;
}

const targetLine = (target: number): ScaleLine => ({
  kind: "target",
  name: CHART_WORDS.target(shareLabel({ low: target, high: target })),
  low: target,
  high: target,
});

function shareOf(row: ShareRow, who: Who): Interval | null {
  const share = row[who];
  return share === null || "why" in share || share.isApart === true ? null : share;
}

/**
 * The mark stands in the middle of its interval; the length of the interval shows how uncertain it
 * is.
 */
function shareMark(who: Who, share: Interval | null): HTMLElement | string {
  if (share === null) return "";
  return html`<span
    class="share-mark ${who}"
    style=${`left: ${percentOf(share.low)}; right: ${percentOf(1 - share.high)}`}
    ><i class="share-glyph ${who}"></i
  ></span>`;
}

function valueCell(who: Who, row: ShareRow): HTMLElement {
  const share = row[who];
  const isWhy = share === null || "why" in share;
  return html`<div role="cell" class="share-value ${isWhy ? "mark" : ""} ${who}">
    <span class="cell-label"><i class="share-glyph ${who}"></i> ${CHART_WORDS[who]}</span>
    ${share === null ? CHART_WORDS.tooFewSchools : "why" in share ? share.why : shareInWords(share)}
    ${share !== null && !("why" in share) && share.note ? html`<small>${share.note}</small>` : ""}
  </div>`;
}
