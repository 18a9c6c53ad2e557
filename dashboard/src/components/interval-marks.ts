import { dot, link, type Markish } from "@observablehq/plot";

/** A row of a chart with an interval; the whole (the district, the headline) is a diamond. */
export interface IntervalRow {
  readonly low: number | null;
  readonly high: number | null;
  readonly isWhole?: boolean | undefined;
}

/** The interval of each row as a bar and, over it, its value as a dot. */
export function intervalMarks<Row extends IntervalRow>(
  rows: readonly Row[],
  value: string & keyof Row,
): readonly Markish[] {
  return [
    link(
      rows.filter(({ low, high }) => low !== null && high !== null),
      {
        y: "name",
        x1: "low",
        x2: "high",
        stroke: "var(--accent)",
        strokeWidth: 5,
        strokeOpacity: 0.35,
        strokeLinecap: "round",
      },
    ),
    dot(rows, {
      y: "name",
      x: value,
      r: 6,
      symbol: (row: Row) => (row.isWhole ? "diamond" : "circle"),
      fill: (row: Row) => (row.isWhole ? "var(--ink)" : "var(--accent)"),
      stroke: "var(--card)",
    }),
  ];
}
