import { html } from "htl";
import { linkTo } from "../release/address.js";
import type { TableColumn } from "./figure-table.ts";

interface PlaceRow {
  readonly level: string;
  readonly school: string;
  readonly schoolName: string;
}

/** The first column of a table by school: a school's name opens its page. */
export function placeColumn<Row extends PlaceRow>(): TableColumn<Row> {
  return {
    title: "School",
    value: ({ schoolName }) => schoolName,
    cell: ({ level, school, schoolName }) =>
      level === "school"
        ? html`<a href="${linkTo("school", { school })}">${schoolName}</a>`
        : html`<strong>${schoolName}</strong>`,
  };
}

/** A figure that is not shown, as a cell among shown ones. */
export function markCell(mark: string): HTMLElement {
  return html`<span class="mark">${mark}</span>`;
}

/** One group of rows a key, in the order in which the keys first occur. */
export function inGroups<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly [Row, ...Row[]])[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}
