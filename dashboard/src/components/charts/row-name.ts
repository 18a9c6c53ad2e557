import { html } from "htl";
import { wholeNumber } from "../../words/formats/numbers.js";
import { worded } from "../page/worded.js";

/** What a row of a chart is about. */
export interface ChartRow {
  /** Texts that stay in English are marked in it. */
  readonly name: string;
  readonly href?: string | null;
  /** Whether the row is the sum of the others, such as the district. */
  readonly isWhole?: boolean;
  /** Why it has no figure, in words. Used only for a row without a figure. */
  readonly why?: string;
}

/** The name of a row, linked if it has a page, with the number of students that it counts. */
export function rowName({ name, href }: ChartRow, n: number | null): HTMLElement {
  return html`<p class="row-name">
    ${href ? html`<a href=${href}>${worded(name)}</a>` : worded(name)}
    ${n === null ? "" : html`<span class="row-n">(${wholeNumber(n)})</span>`}
  </p>`;
}

/** Rows that cannot be drawn, named in words. Rows with the same reason are named together. */
export function rowsWithoutFigure(rows: readonly ChartRow[]): HTMLElement | string {
  if (rows.length === 0) return "";
  const reasons = new Set(rows.map(({ why = "" }) => why));
  return html`<ul class="rows-without">
    ${[...reasons].map((reason) => {
      const rowsOfReason = rows.filter(({ why = "" }) => why === reason);
      const names = rowsOfReason.flatMap(({ name, href }, index) => [
        index === 0 ? "" : ", ",
        href ? html`<a href=${href}>${worded(name)}</a>` : html`<span>${worded(name)}</span>`,
      ]);
      return html`<li>${names}: ${reason}</li>`;
    })}
  </ul>`;
}
