import { html } from "htl";
import { markOf } from "../words/states.js";
import { inGroups } from "./place-cell.js";

interface NamedState {
  readonly name: string;
  readonly state: string;
}

/** More names than these are left to the table. */
const MOST_NAMES = 8;

/** What a chart leaves out, one line for each reason: "Too few students: Dune Academy." */
export function withoutFigure(rows: readonly NamedState[]): HTMLElement | null {
  if (rows.length === 0) return null;
  const reasons = inGroups(rows, ({ state }) => state);
  return html`<ul class="without-figure">
    ${reasons.map((group) => html`<li>${capital(markOf(group[0].state))}: ${namesOf(group)}.</li>`)}
  </ul>`;
}

/** The same for a screen reader's name of the chart. */
export const spokenWithoutFigure = (rows: readonly NamedState[]): string =>
  inGroups(rows, ({ state }) => state)
    .map((group) => `${markOf(group[0].state)}: ${namesOf(group)}`)
    .join("; ");

function namesOf(rows: readonly NamedState[]): string {
  const names = rows.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = rows.length - names.length;
  return `${names.join(", ")}${more === 0 ? "" : `, and ${more} more in the table`}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
