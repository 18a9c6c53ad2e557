import type { Cell, CellKind } from "../domain/cell.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";
import { rounded } from "./rounded.ts";

/** One rate before protection, under its key columns. */
export interface MeasuredRate<Key> {
  readonly key: Key;
  readonly numerator: number;
  readonly denominator: number;
  /** The 95 % interval of the rate, 0 to 1. */
  readonly low: number;
  readonly high: number;
  /** False where the measure does not speak of this group at all. */
  readonly isApplicable: boolean;
}

/** A cell laid out in the columns of a table. */
export interface ShownRate {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly state: CellKind;
}

/** Hides each rate whose group, or whose count on either side, is under the minimum. A true zero of a large enough group is shown. */
export function protectRates<Key>(
  rates: readonly MeasuredRate<Key>[],
  policy: DisclosurePolicy,
): ProtectedTable<Key & ShownRate> {
  return asProtected(rates.map((rate) => ({ ...rate.key, ...columnsOf(cellOf(rate, policy)) })));
}

function cellOf<Key>(rate: MeasuredRate<Key>, { minimumGroup }: DisclosurePolicy): Cell {
  const { numerator, denominator, low, high } = rate;
  if (!rate.isApplicable) return { kind: "not-applicable" };
  if (denominator === 0) return { kind: "not-enough-data" };
  // Whoever reads 72 of 76 reads the 4 as well.
  const counts = [denominator, numerator, denominator - numerator];
  if (counts.some((count) => isSmall(count, minimumGroup))) return { kind: "hidden" };
  return {
    kind: "shown",
    numerator,
    denominator,
    rate: rounded(numerator / denominator),
    low: rounded(low),
    high: rounded(high),
  };
}

function columnsOf(cell: Cell): ShownRate {
  if (cell.kind !== "shown") {
    return {
      numerator: null,
      denominator: null,
      rate: null,
      low: null,
      high: null,
      state: cell.kind,
    };
  }
  const { kind, ...figures } = cell;
  return { ...figures, state: kind };
}

/** From 1 to one under the minimum: few enough to name. */
export const isSmall = (count: number, minimumGroup: number): boolean =>
  count > 0 && count < minimumGroup;
