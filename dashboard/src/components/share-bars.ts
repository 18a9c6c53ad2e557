import { link, pointer, ruleX, ruleY, text, tip } from "@observablehq/plot";
import { html } from "htl";
import { isShown, shareInWords, type Share } from "../words/shares.js";
import { chart, NARROW } from "./chart.js";
import { rowNames, type NamedRow } from "./row-names.js";
import { ON_CARD, lineOfAsked, rowsByName, scaleOfShares } from "./row-scale.js";
import { spokenWithoutFigure, withoutFigure } from "./without-figure.js";

/** One share of a chart, or the reason why it is not shown. */
export interface ShareBar extends NamedRow, Share {
  readonly state: string;
  /** What stands behind the share, such as "of 52 students". */
  readonly of: string;
}

interface Options {
  /** A line at 100 % with these words where a rule asks for every student. */
  readonly asked?: string;
}

/** Beyond it the words of a share would run out of the chart. */
const NEAR_END = 0.8;

/**
 * Shares as bars from the least to the greatest that they can be, on a scale from 0 to 100 %; an
 * exact share is a dot. What has no figure is named once beneath, by its reason.
 */
export function shareBars(
  bars: readonly ShareBar[],
  sentence: string,
  { asked }: Options = {},
): HTMLElement {
  const shown = bars.filter(isShown).map((bar) => ({ ...bar, words: shareInWords(bar) }));
  const others = withoutFigure(bars.filter((bar) => !isShown(bar)));
  if (shown.length === 0) return html`<div>${others ?? ""}</div>`;
  type Drawn = (typeof shown)[number];
  const drawing = chart(sentence, (width) => {
    const isNarrow = width < NARROW;
    return {
      height: shown.length * (isNarrow ? 54 : 40) + (asked ? 54 : 38),
      marginTop: asked ? 26 : 10,
      marginBottom: 28,
      x: { domain: [0, 1], label: null },
      ...rowsByName(shown, isNarrow),
      marks: [
        ...scaleOfShares(),
        ruleY(shown, { y: "name", stroke: "var(--line)", strokeDasharray: "2,3" }),
        ruleX([0], { stroke: "var(--muted)" }),
        ...lineOfAsked(asked),
        // Of an exact share the line has no length: its round ends are the dot.
        link(shown, {
          y: "name",
          x1: "low",
          x2: "high",
          stroke: (bar: Drawn) => (bar.isWhole ? "var(--ink)" : "var(--accent)"),
          strokeWidth: 9,
          strokeLinecap: "round",
        }),
        ...(["start", "end"] as const).map((textAnchor) =>
          text(shown, {
            textAnchor,
            x: textAnchor === "end" ? "high" : "low",
            filter: ({ high }: Drawn) => high > NEAR_END === (textAnchor === "end"),
            y: "name",
            text: "words",
            dy: isNarrow ? 17 : -15,
            fontWeight: 600,
            ...ON_CARD,
          }),
        ),
        ...rowNames(shown, isNarrow, 17),
        tip(
          shown,
          pointer({
            y: "name",
            x: "low",
            title: ({ name, words, of }: Drawn) => `${name}: ${words}${of ? `\n${of}` : ""}`,
            fill: "var(--card)",
          }),
        ),
      ],
    };
  });
  return html`<div>${drawing}${others ?? ""}</div>`;
}

/** The bars as a screen reader says them; a long list ends in the table. */
export function spokenShares(
  bars: readonly (Share & { readonly name: string; readonly state: string })[],
): string {
  const shown = bars.filter(isShown);
  const words = [
    ...shown.slice(0, 8).map((bar) => `${bar.name} ${shareInWords(bar)}`),
    ...(shown.length > 8 ? ["more in the table"] : []),
    spokenWithoutFigure(bars.filter((bar) => !isShown(bar))),
  ];
  return `${words.filter((part) => part !== "").join("; ")}.`;
}
