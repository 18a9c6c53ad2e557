import type { BarPart, PastPoint } from "../../../functions/releases/overview/overview.ts";

/** The parts of a bar of a first screen, which writes an exact share once. */
export const barParts = (parts: readonly BarPart[]) =>
  parts.map(([part, low, high = low]) => ({ part, low, high }));

/** The shares of a past of a first screen. */
export const pastShares = (past: readonly PastPoint[]) =>
  past.map(([asOf, low, high = low]) => ({ asOf, low, high }));
