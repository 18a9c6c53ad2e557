import { link, pointer, text, tip } from "@observablehq/plot";
import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables/tables.ts";
import {
  countOfStudents,
  isShown,
  shareAndCount,
  shareInWords,
  type Counted,
  type Share,
} from "../words/shares.js";
import { chart, NARROW } from "./chart.js";
import type { NamedRow } from "./row-names.ts";
import { isStatus, STATUS_LOOKS, STATUS_ORDER, statusSwatch } from "./status-palette.js";
import { ON_CARD, scaleOfShares } from "./row-scale.js";
import { stateOfAll } from "./share-cell.js";
import { withoutFigure } from "./without-figure.js";

/** The statuses of one group of students, under the group's name. */
export interface StatusBar extends NamedRow {
  readonly rows: readonly StatusShare[];
}

/** What share of a group one status has: a review status, or a standing on a requirement. */
export type StatusShare = Pick<
  StatusRow,
  "school" | "schoolName" | "status" | "statusName" | "n" | "drawnOn" | "state"
> &
  Share &
  Counted;

/** So few, perhaps nobody: the table has them. */
const FEW = 0.1;

/**
 * The statuses of each group in their fixed order, each as a bar from the least to the greatest
 * share that it can be, on one scale from 0 to 100 %; an exact share is a dot. Bands do not stack:
 * nobody knows where one ends and the next begins. Groups without a figure are named once beneath.
 */
export function statusBars(bars: readonly StatusBar[], sentence: string): HTMLElement {
  const shown = bars.filter(({ rows }) => rows.some(isShown));
  const others = bars.filter((bar) => !shown.includes(bar));
  const beneath = withoutFigure(
    others.map(({ name, rows }) => ({ name, state: stateOfAll(rows) })),
  );
  if (shown.length === 0) return html`<div>${beneath ?? ""}</div>`;
  const lines = shown.flatMap(linesOf);
  const drawn = lines.flatMap((line) => (line.kind === "share" ? [line] : []));
  const names = lines.flatMap((line) => (line.kind === "name" ? [line] : []));
  const drawing = chart(sentence, (width) => ({
    height: lines.length * (width < NARROW ? 28 : 20) + 40,
    marginLeft: MARGINS.left,
    marginRight: MARGINS.right,
    marginTop: 6,
    marginBottom: 28,
    x: { domain: [0, 1], label: null },
    y: { type: "point", domain: lines.map(({ key }) => key), axis: null, padding: 0.6 },
    marks: [
      ...scaleOfShares(),
      link(drawn, {
        y: "key",
        x1: "low",
        x2: "high",
        stroke: ({ status }: ShareLine) => colorOf(status),
        strokeWidth: 12,
        strokeLinecap: "round",
      }),
      text(drawn, {
        ...besideBar,
        filter: (line: ShareLine) => sideOf(line, width) === "right",
        x: "high",
        textAnchor: "start",
        dx: FROM_BAR,
      }),
      text(drawn, {
        ...besideBar,
        filter: (line: ShareLine) => sideOf(line, width) === "left",
        x: "low",
        textAnchor: "end",
        dx: -FROM_BAR,
      }),
      // Where words fit on neither side they stand under the bar, at the edge of the card.
      text(drawn, {
        ...besideBar,
        filter: (line: ShareLine) => sideOf(line, width) === "edge",
        frameAnchor: "right",
        textAnchor: "end",
        dy: UNDER_BAR,
      }),
      text(names, { ...wordsAtLeft(width), fontWeight: 700, fill: "var(--ink)" }),
      tip(drawn, pointer({ y: "key", x: "low", title: "title", fill: "var(--card)" })),
    ],
  }));
  return html`<div>${statusKey(drawn)}${drawing}${beneath ?? ""}</div>`;
}

const MIDDLE = 0.5;
const FROM_BAR = 12;
const UNDER_BAR = 13;
const MARGINS = { left: 10, right: 14 } as const;
/** A little over half of the size of the letters. */
const LETTER = 7;

/** The side of its bar on which the words of a share have room. */
function sideOf({ low, high, words }: ShareLine, width: number): "left" | "right" | "edge" {
  const scale = width - MARGINS.left - MARGINS.right;
  const needed = words.length * LETTER + FROM_BAR;
  const isRoomAtRight = (1 - high) * scale + MARGINS.right >= needed;
  const isRoomAtLeft = low * scale + MARGINS.left >= needed;
  if (high <= MIDDLE) return isRoomAtRight ? "right" : isRoomAtLeft ? "left" : "edge";
  return isRoomAtLeft ? "left" : isRoomAtRight ? "right" : "edge";
}
const besideBar = {
  y: "key",
  text: "words",
  ...ON_CARD,
} as const;
const wordsAtLeft = (width: number) =>
  ({
    y: "key",
    text: "words",
    frameAnchor: "left",
    textAnchor: "start",
    stroke: "var(--card)",
    strokeWidth: 4,
    // In ems; a letter is a little over half of one.
    lineWidth: (width - 40) / 14,
    lineHeight: 1,
  }) as const;

interface ShareLine {
  readonly kind: "share";
  readonly key: string;
  readonly status: string;
  readonly statusName: string;
  readonly low: number;
  readonly high: number;
  readonly words: string;
  readonly title: string;
}

interface NameLine {
  readonly kind: "name";
  readonly key: string;
  readonly words: string;
}

/** A group's name, and its statuses with a share that can be seen. */
function linesOf({ name, rows }: StatusBar, index: number): readonly (ShareLine | NameLine)[] {
  const key = (what: string) => `${index} ${what}`;
  const shares = [...rows]
    .sort((a, b) => placeOf(a.status) - placeOf(b.status))
    .filter(isShown)
    .filter(({ low, high }) => low > 0 || high > FEW)
    .map((row): ShareLine => {
      const { status, statusName, low, high } = row;
      return {
        kind: "share",
        key: key(status),
        status,
        statusName,
        low,
        high,
        words: `${statusName}: ${shareAndCount(row)}`,
        title: `${name}\n${statusName}: ${shareInWords(row)}, ${countOfStudents(row)}`,
      };
    });
  return [{ kind: "name", key: key("name"), words: name }, ...shares];
}

/** The key names the statuses that the chart draws, in the order in which it draws them. */
function statusKey(lines: readonly ShareLine[]): HTMLElement {
  const drawn = new Map(lines.map(({ status, statusName }) => [status, statusName]));
  const inOrder = STATUS_ORDER.filter((status) => drawn.has(status));
  return html`<ul class="key" aria-label="Statuses in the chart">
    ${inOrder.map((status) => html`<li>${statusSwatch(status)} ${drawn.get(status) ?? status}</li>`)}
  </ul>`;
}

function placeOf(status: string): number {
  return isStatus(status) ? STATUS_ORDER.indexOf(status) : STATUS_ORDER.length;
}

function colorOf(status: string): string {
  return isStatus(status) ? STATUS_LOOKS[status].fill : "var(--muted)";
}
