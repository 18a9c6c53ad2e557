import type { FieldFault } from "../values/fields.ts";
import { cellAt, placesOf } from "../csv/header.ts";
import { instantOf } from "../values/instant.ts";
import { nullTokensOf } from "../values/null-tokens.ts";
import type { FileKind } from "../profiles/profiles.ts";

/** What a record says of itself, beside the rows that it gives. */
export interface RecordState {
  /** The source's own identifier of the record; empty where it has none. */
  readonly source: string;
  /** When the record was last changed, as an instant in UTC; empty where the source does not say. */
  readonly modifiedAt: string;
  /** Whether the record says that it is no longer so. */
  readonly isRemoved: boolean;
}

/** A record that gives no row and still says something: what it once gave is no longer so. */
export interface BareRecord extends RecordState {
  readonly table: "none";
  readonly record: number;
  readonly row: null;
}

export const UNSTATED: RecordState = { source: "", modifiedAt: "", isRemoved: false };

/** Reads what records of a kind say of themselves, by the columns that its `status` names. */
export function recordStates(
  { profile: { status } }: FileKind,
  header: readonly string[],
): (cells: readonly string[]) => RecordState {
  if (status === undefined) return () => UNSTATED;
  const placesOfName = (name: string | undefined) =>
    name === undefined ? [] : placesOf([name], header);
  const removed = new Set((status.removed ?? []).map((value) => value.toLowerCase()));
  const statusPlaces = placesOfName(status.column);
  const modifiedPlaces = placesOfName(status.modifiedAt);
  const sourcePlaces = placesOfName(status.record);
  // Each read of a record asks for its state, and records of one export were often changed together.
  let read: readonly string[] | null = null;
  let state = UNSTATED;
  let written = "";
  let modifiedAt = "";
  return (cells) => {
    if (cells === read) return state;
    read = cells;
    const modified = cellAt(cells, modifiedPlaces);
    if (modified !== written) {
      written = modified;
      modifiedAt = instantOf(modified) ?? "";
    }
    const status = cellAt(cells, statusPlaces);
    return (state = {
      source: cellAt(cells, sourcePlaces),
      modifiedAt,
      isRemoved: removed.has(status.toLowerCase()),
    });
  };
}

/**
 * Finds a record whose status is not in either list, if the kind lists both: those of removed and
 * those of valid records. A record with an unknown status must not count as valid.
 */
export function statusFaults(
  { profile: { status }, rules }: FileKind,
  header: readonly string[],
): (cells: readonly string[]) => FieldFault | null {
  const { column, kept } = status ?? {};
  if (column === undefined || kept === undefined) return () => null;
  const places = placesOf([column], header);
  const nullTokens = nullTokensOf(rules);
  const knownValues = new Set(
    [...kept, ...(status?.removed ?? [])].map((value) => value.toLowerCase()),
  );
  return (cells) => {
    const cell = cellAt(cells, places).toLowerCase();
    return knownValues.has(nullTokens.has(cell) ? "" : cell)
      ? null
      : { column, reason: "not-a-listed-value" };
  };
}
