import type { Day } from "../../domain/calendar/day.ts";
import { heldOn } from "../messages/held-on.ts";
import { figureState } from "../words/why-not.ts";
import type { ShownFigure } from "./overview.ts";

/** A row of a table, as far as it has a figure. */
export interface FigureRow {
  readonly state: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  /** Of the staff edition. */
  readonly count?: number | null;
  readonly drawnOn: string | null;
}

export const shownFigure = (row: FigureRow, asOf: Day): ShownFigure => ({
  state: figureState(row.state),
  low: row.low,
  high: row.high,
  n: row.n,
  count: row.count ?? null,
  heldOn: heldOn(row, asOf),
});
