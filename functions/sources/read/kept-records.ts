import type { FieldFault } from "../values/fields.ts";
import { cellAt, nameKey, placesOf } from "../csv/header.ts";
import { nullTokensOf } from "../values/null-tokens.ts";
import type { FileKind } from "../profiles/profiles.ts";

/** A column whose values decide whether a record is read. */
interface ColumnValues {
  readonly column: string;
  readonly values: readonly string[];
}

export interface BoundKeep {
  readonly column: string;
  /** The cell, in lower case; empty where it means nothing. */
  value(cells: readonly string[]): string;
  matches(cells: readonly string[]): boolean;
}

/** A column and its values, bound to the header of one file: `""` is an empty cell, `*` any other, `ext:*` any that begins so. */
export function boundKeep(
  { column, values }: ColumnValues,
  header: readonly string[],
  nullTokens: ReadonlySet<string>,
): BoundKeep {
  const places = placesOf([column], header);
  const listed = new Set(values.map((value) => value.toLowerCase()));
  const beginnings = [...listed]
    .filter((value) => value.endsWith("*"))
    .map((value) => value.slice(0, -1));
  // A column of few values says the same in record after record.
  let lastCell: string | undefined;
  let lastValue = "";
  const value = (cells: readonly string[]): string => {
    const cell = cellAt(cells, places);
    if (cell === lastCell) return lastValue;
    const lower = cell.toLowerCase();
    lastCell = cell;
    return (lastValue = nullTokens.has(lower) ? "" : lower);
  };
  const isListed = (is: string): boolean =>
    listed.has(is) || (is !== "" && beginnings.some((begin) => is.startsWith(begin)));
  let lastMatched: string | undefined;
  let isMatch = false;
  return {
    column,
    value,
    matches(cells) {
      const is = value(cells);
      if (is === lastMatched) return isMatch;
      lastMatched = is;
      return (isMatch = isListed(is));
    },
  };
}

/** Tells a record that is left out on purpose from one that no read knows what to do with. */
export interface KeptRecords {
  /** Why a record can be neither read nor left out. */
  faultOf(cells: readonly string[]): FieldFault | null;
  /** Whether no read keeps it. */
  isLeftOut(cells: readonly string[]): boolean;
}

/**
 * The records of a file some of whose reads keep only records with certain values. A value that is
 * neither kept nor left out by the profile is the sender's fault or a code of the district's own:
 * rejected, so that it does not vanish. Null where every record is read.
 */
export function keptRecords(
  { profile, rules }: FileKind,
  header: readonly string[],
): KeptRecords | null {
  if (profile.format === "json-lines" || profile.reads.length === 0) return null;
  const nullTokens = nullTokensOf(rules);
  const bound = (values: ColumnValues): BoundKeep => boundKeep(values, header, nullTokens);
  const reads = profile.reads.map(({ keep = [] }) => keep.map(bound));
  const keptBy = profile.reads.flatMap(({ keep = [] }) => keep);
  const leftOut = (profile.leaveOut ?? []).map(bound);
  const closed = (profile.leaveOut ?? []).map(({ column, values }) => {
    const kept = keptBy
      .filter((keep) => nameKey(keep.column) === nameKey(column))
      .flatMap((keep) => keep.values);
    return bound({ column, values: [...kept, ...values] });
  });
  const isEachRead = reads.some((keeps) => keeps.length === 0);
  if (isEachRead && closed.length === 0) return null;

  const faultAt = (keep: BoundKeep, cells: readonly string[]): FieldFault => ({
    column: keep.column,
    reason: keep.value(cells) === "" ? "missing-value" : "not-a-listed-value",
  });
  const isRead = (cells: readonly string[]): boolean =>
    reads.some((keeps) => keeps.every((keep) => keep.matches(cells)));
  return {
    faultOf(cells) {
      const unlisted = closed.find((column) => !column.matches(cells));
      if (unlisted !== undefined) return faultAt(unlisted, cells);
      if (isRead(cells) || leftOut.some((column) => column.matches(cells))) return null;
      const missed = nearestMiss(reads, cells);
      return missed === null ? null : faultAt(missed, cells);
    },
    isLeftOut: (cells) => !isRead(cells),
  };
}

/** What the read that comes closest to keeping the record would still need. */
function nearestMiss(
  reads: readonly (readonly BoundKeep[])[],
  cells: readonly string[],
): BoundKeep | null {
  let nearest: { readonly keep: BoundKeep; readonly held: number } | null = null;
  for (const keeps of reads) {
    const missed = keeps.find((keep) => !keep.matches(cells));
    const held = keeps.filter((keep) => keep.matches(cells)).length;
    if (missed !== undefined && (nearest === null || held > nearest.held)) {
      nearest = { keep: missed, held };
    }
  }
  return nearest?.keep ?? null;
}
