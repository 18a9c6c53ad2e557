import { html } from "htl";
import { wholeNumber } from "../../words/formats/numbers.js";
import { lookOf } from "./part-looks.js";
import { partSwatch, type NamedPart } from "./part-key.js";

interface Histogram {
  /** What the chart shows: its accessible name. */
  readonly label: string;
  /** The groups whose bins are compared, such as reviews held late and reviews overdue. */
  readonly parts: readonly NamedPart[];
  /** In order, each with a count for each group. */
  readonly bins: readonly {
    readonly name: string;
    readonly counts: { readonly [part: string]: number };
  }[];
}

/** How many students of each group fall into each bin, all on one scale from 0. */
export function histogram({ label, parts, bins }: Histogram): HTMLElement {
  const count = (bin: Histogram["bins"][number], part: string): number => bin.counts[part] ?? 0;
  const most = Math.max(...bins.flatMap((bin) => parts.map(({ part }) => count(bin, part))), 1);
  return html`<figure class="histogram" role="group" aria-label=${label}>
    ${parts.map(
      ({ part, name }) =>
        html`<div class="histogram-group">
          <p>${partSwatch(part)} ${name}</p>
          <ul>
            ${bins.map((bin) => binRow(bin.name, part, count(bin, part), most))}
          </ul>
        </div>`,
    )}
  </figure>`;
}

/** The bar takes the share of the width that its count has of the largest count. */
function binRow(name: string, part: string, count: number, most: number): HTMLElement {
  return html`<li>
    <span class="bin-name">${name}</span>
    <span class="bin">
      ${
        count === 0
          ? ""
          : html`<i class="bin-bar span part-${lookOf(part)}" style=${`flex-grow: ${count}`}></i>`
      }
      <b>${wholeNumber(count)}</b>
      <i style=${`flex-grow: ${most - count}`}></i>
    </span>
  </li>`;
}
