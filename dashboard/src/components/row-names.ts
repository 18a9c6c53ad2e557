import { text } from "@observablehq/plot";
import { nameMargin } from "./chart.js";

/** One row of a chart. */
export interface NamedRow {
  readonly name: string;
  /** Whether the row is the whole against which the others are read. */
  readonly isWhole?: boolean | undefined;
}

/** The names of a chart's rows: beside their marks, or above them where the place is narrow. */
export function rowNames(rows: readonly NamedRow[], isNarrow: boolean, above: number, indent = 6) {
  const options = {
    y: "name",
    text: "name",
    frameAnchor: "left",
    textAnchor: isNarrow ? "start" : "end",
    dx: isNarrow ? indent : -14,
    dy: isNarrow ? -above : 0,
    // Above a mark there is room for one line; the table has the whole name.
    ...(isNarrow
      ? { lineWidth: 23, textOverflow: "ellipsis" as const }
      : { lineWidth: (nameMargin(rows) - 18) / 13 }),
    fill: "var(--ink)",
    stroke: "var(--card)",
    strokeWidth: 4,
  } as const;
  return [
    text(
      rows.filter(({ isWhole }) => isWhole),
      { ...options, fontWeight: 700 },
    ),
    text(
      rows.filter(({ isWhole }) => !isWhole),
      options,
    ),
  ];
}
