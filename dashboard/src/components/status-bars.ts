import { barX, stackX, text, tip, pointerY, axisX } from "@observablehq/plot";
import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables.ts";
import { percent, wholeNumber } from "../words/numbers.js";
import { isShown, markOf } from "../words/states.js";
import { chart, nameMargin, NARROW } from "./chart.js";
import { rowNames, type NamedRow } from "./row-names.js";
import {
  fillOf,
  isStatus,
  STATUS_LOOKS,
  STATUS_ORDER,
  statusPatterns,
  statusSwatch,
} from "./status-palette.js";

/** One bar: the statuses of one group of students, under the group's name. */
export interface StatusBar extends NamedRow {
  readonly rows: readonly StatusShare[];
}

/** What share of a group one status has: a review status, or a standing on a rule. */
export type StatusShare = Pick<
  StatusRow,
  "status" | "statusName" | "students" | "of" | "share" | "state"
>;

/** Stacked bars of statuses in their fixed order, on one scale from 0 to 100 %. */
export function statusBars(bars: readonly StatusBar[], sentence: string): HTMLElement {
  const parts = bars.flatMap(({ name, rows }) => shownParts(name, rows));
  const withheld = bars.filter(({ name }) => !parts.some((part) => part.name === name));
  const drawing = chart(sentence, (width) => {
    const isNarrow = width < NARROW;
    const step = isNarrow ? 58 : 46;
    const names = bars.map(({ name }) => name);
    const stack = { y: "name", x: "share", z: null, order: null } as const;
    return {
      height: names.length * step + 34,
      marginLeft: isNarrow ? 0 : nameMargin(bars),
      marginRight: isNarrow ? 2 : 12,
      marginTop: isNarrow ? 24 : 6,
      marginBottom: 28,
      x: { domain: [0, 1], label: null },
      y: {
        domain: names,
        axis: null,
        paddingInner: isNarrow ? 0.42 : 0.26,
        paddingOuter: isNarrow ? 0 : 0.13,
      },
      marks: [
        () => statusPatterns(),
        axisX({
          ticks: [0, 0.25, 0.5, 0.75, 1],
          tickFormat: (share: number) => percent(share),
          tickSize: 4,
        }),
        barX(
          parts,
          stackX({
            ...stack,
            fill: (part: Part) => fillOf(part.status),
            stroke: "var(--card)",
            strokeWidth: 1,
          }),
        ),
        text(parts, {
          ...stackX(stack),
          text: (part: Part) =>
            part.share * width > (isNarrow ? 34 : 46) ? percent(part.share) : "",
          fill: (part: Part) => lookOf(part).ink,
          stroke: (part: Part) => lookOf(part).fill,
          strokeWidth: 4,
          fontWeight: 600,
        }),
        text(withheld, {
          x: () => 0,
          y: "name",
          text: ({ rows }: StatusBar) => markOf(rows[0]?.state ?? "not-enough-data"),
          textAnchor: "start",
          dx: 6,
          fontStyle: "italic",
          fill: "var(--muted)",
        }),
        ...rowNames(bars, isNarrow, 25, 0),
        tip(
          parts,
          pointerY({
            ...stackX(stack),
            maxRadius: 400,
            title: (part: Part) => part.words,
            fill: "var(--card)",
          }),
        ),
      ],
    };
  });
  return html`<div>${statusKey(parts)}${drawing}</div>`;
}

interface Part {
  readonly name: string;
  readonly status: string;
  readonly statusName: string;
  readonly share: number;
  readonly words: string;
}

function shownParts(name: string, rows: readonly StatusShare[]): readonly Part[] {
  return rows
    .filter((row) => isShown(row) && row.share !== null && row.share > 0)
    .sort((a, b) => placeOf(a.status) - placeOf(b.status))
    .map(({ status, statusName, share, students, of }) => ({
      name,
      status,
      statusName,
      share: share ?? 0,
      words: `${name}\n${statusName}: ${percent(share ?? 0)}${students === null || of === null ? "" : `, ${wholeNumber(students)} of ${wholeNumber(of)} students`}`,
    }));
}

/** The key names the statuses that the chart draws, in the order in which it draws them. */
function statusKey(parts: readonly Part[]): HTMLElement {
  const drawn = new Map(parts.map(({ status, statusName }) => [status, statusName]));
  const inOrder = STATUS_ORDER.filter((status) => drawn.has(status));
  return html`<ul class="key" aria-label="Statuses in the chart">
    ${inOrder.map((status) => html`<li>${statusSwatch(status)} ${drawn.get(status) ?? status}</li>`)}
  </ul>`;
}

function placeOf(status: string): number {
  return isStatus(status) ? STATUS_ORDER.indexOf(status) : STATUS_ORDER.length;
}

function lookOf({ status }: Part): { readonly fill: string; readonly ink: string } {
  return isStatus(status) ? STATUS_LOOKS[status] : STATUS_LOOKS.hidden;
}
