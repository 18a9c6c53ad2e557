import { link, pointer, text, tip } from "@observablehq/plot";
import { html } from "htl";
import type { StatusRow } from "../../../functions/releases/tables.ts";
import { bandEnds, bandInWords } from "../words/bands.js";
import { markOf } from "../words/states.js";
import { chart, NARROW } from "./chart.js";
import type { NamedRow } from "./row-names.ts";
import { isStatus, STATUS_LOOKS, STATUS_ORDER, statusSwatch } from "./status-palette.js";
import { ON_CARD, scaleOfShares } from "./row-scale.js";

/** The statuses of one group of students, under the group's name. */
export interface StatusBar extends NamedRow {
  readonly rows: readonly StatusShare[];
}

/** What share of a group one status has: a review status, or a standing on a rule. */
export type StatusShare = Pick<StatusRow, "status" | "statusName" | "band" | "state"> & {
  readonly of?: number | null;
};

/** So few, perhaps nobody: the table has them. */
const FEW = 0.1;

/**
 * The statuses of each group in their fixed order, each as a bar from the least to the greatest
 * share that it can be, on one scale from 0 to 100 %. Bands do not stack: nobody knows where one
 * ends and the next begins.
 */
export function statusBars(bars: readonly StatusBar[], sentence: string): HTMLElement {
  const lines = bars.flatMap(linesOf);
  const drawn = lines.flatMap((line) => (line.kind === "band" ? [line] : []));
  const words = lines.flatMap((line) => (line.kind === "band" ? [] : [line]));
  const drawing = chart(sentence, (width) => ({
    height: lines.length * (width < NARROW ? 28 : 20) + 40,
    marginLeft: 10,
    marginRight: 14,
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
        stroke: ({ status }: BandLine) => colorOf(status),
        strokeWidth: 12,
        strokeLinecap: "round",
      }),
      text(drawn, {
        ...besideBar,
        filter: ({ high }: BandLine) => high <= MIDDLE,
        x: "high",
        textAnchor: "start",
        dx: 12,
      }),
      text(drawn, {
        ...besideBar,
        filter: ({ high }: BandLine) => high > MIDDLE,
        x: "low",
        textAnchor: "end",
        dx: -12,
      }),
      text(
        words.filter(({ kind }) => kind === "name"),
        { ...wordsAtLeft(width), fontWeight: 700, fill: "var(--ink)" },
      ),
      text(
        words.filter(({ kind }) => kind === "mark"),
        { ...wordsAtLeft(width), dx: 8, fontStyle: "italic", fill: "var(--muted)" },
      ),
      tip(drawn, pointer({ y: "key", x: "low", title: "title", fill: "var(--card)" })),
    ],
  }));
  return html`<div>${statusKey(drawn)}${drawing}</div>`;
}

const MIDDLE = 0.5;
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

interface BandLine {
  readonly kind: "band";
  readonly key: string;
  readonly status: string;
  readonly statusName: string;
  readonly low: number;
  readonly high: number;
  readonly words: string;
  readonly title: string;
}

interface WordLine {
  readonly kind: "name" | "mark";
  readonly key: string;
  readonly words: string;
}

/** A group's name, its statuses with a share, and in words those without. */
function linesOf({ name, rows }: StatusBar, index: number): readonly (BandLine | WordLine)[] {
  const key = (what: string) => `${index} ${what}`;
  const bands = [...rows]
    .sort((a, b) => placeOf(a.status) - placeOf(b.status))
    .flatMap(({ status, statusName, band }): readonly BandLine[] => {
      if (band === null) return [];
      const ends = bandEnds(band);
      if (ends.low === 0 && ends.high <= FEW) return [];
      const words = `${statusName} ${bandInWords(band)}`;
      const common = { key: key(status), status, statusName, ...ends, words };
      return [{ kind: "band", ...common, title: `${name}\n${statusName}: ${bandInWords(band)}` }];
    });
  const hidden = rows.filter(({ state }) => state === "hidden");
  const isWholeHidden = hidden.length === rows.length;
  const mark =
    bands.length === 0 && hidden.length === 0
      ? markOf(rows[0]?.state ?? "not-enough-data")
      : hidden.length === 0
        ? null
        : isWholeHidden
          ? markOf("hidden")
          : `${markOf("hidden")}: ${hidden.map(({ statusName }) => statusName.toLowerCase()).join(", ")}`;
  return [
    { kind: "name", key: key("name"), words: name },
    ...bands,
    ...(mark === null ? [] : [{ kind: "mark" as const, key: key("mark"), words: mark }]),
  ];
}

/** The key names the statuses that the chart draws, in the order in which it draws them. */
function statusKey(lines: readonly BandLine[]): HTMLElement {
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
