import { link, pointer, ruleX, ruleY, text, tip } from "@observablehq/plot";
import { bandEnds, bandInWords } from "../words/bands.js";
import { markOf } from "../words/states.js";
import { chart, NARROW } from "./chart.js";
import { rowNames, type NamedRow } from "./row-names.js";
import { ON_CARD, lineOfAsked, rowsByName, scaleOfShares, withheldWords } from "./row-scale.js";

/** One share of a chart: its band, or the reason why it is not shown. */
export interface BandBar extends NamedRow {
  readonly band: string | null;
  readonly state: string;
  /** What stands behind the share, such as "of 52 students". */
  readonly of: string;
}

interface Options {
  /** A line at 100 % with these words where a rule asks for every student. */
  readonly asked?: string;
}

/** Beyond it the words of a band would run out of the chart. */
const NEAR_END = 0.8;

/** Shares as bars from the least to the greatest that they can be, on a scale from 0 to 100 %. */
export function bandBars(
  bars: readonly BandBar[],
  sentence: string,
  { asked }: Options = {},
): HTMLElement {
  const shown = bars.flatMap((bar) =>
    bar.band === null ? [] : [{ ...bar, ...bandEnds(bar.band), words: bandInWords(bar.band) }],
  );
  const withheld = bars.filter(({ band }) => band === null);
  type Drawn = (typeof shown)[number];
  return chart(sentence, (width) => {
    const isNarrow = width < NARROW;
    return {
      height: bars.length * (isNarrow ? 54 : 40) + (asked ? 54 : 38),
      marginTop: asked ? 26 : 10,
      marginBottom: 28,
      x: { domain: [0, 1], label: null },
      ...rowsByName(bars, isNarrow),
      marks: [
        ...scaleOfShares(),
        ruleY(bars, { y: "name", stroke: "var(--line)", strokeDasharray: "2,3" }),
        ruleX([0], { stroke: "var(--muted)" }),
        ...lineOfAsked(asked),
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
        withheldWords(withheld),
        ...rowNames(bars, isNarrow, 17),
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
}

/** The bars as a screen reader says them; a long list ends in the table. */
export function spokenBands(bars: readonly Pick<BandBar, "name" | "band" | "state">[]): string {
  const words = bars
    .slice(0, 8)
    .map(({ name, band, state }) => `${name} ${band === null ? markOf(state) : bandInWords(band)}`);
  return `${words.join("; ")}${bars.length > 8 ? "; more in the table" : ""}.`;
}
