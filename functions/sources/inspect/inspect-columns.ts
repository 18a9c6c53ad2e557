import { nameKey, placesOf } from "../csv/header.ts";
import { nearestName } from "../../domain/text/nearest-name.ts";
import type { TableRead } from "../profiles/profile.ts";
import { columnNames, type FileKind } from "../profiles/profiles.ts";

/** One column of a file and what becomes of it. */
export interface InspectedColumn {
  readonly name: string;
  /** The canonical fields read from it, as `plan.student`, and what else it is looked at for. */
  readonly uses: readonly string[];
  /** For a column that is not read, the known name that may have been meant. */
  readonly nearest: string | null;
}

/** A column that the profile requires and the file lacks: without it no record of its table is read. */
export interface MissingColumn {
  readonly field: string;
  /** Its names, any of which will do. */
  readonly names: readonly string[];
}

/** How many names are compared with the known ones: a file with more unknown columns has no spelling mistake, it is another file. */
const MOST_GUESSES = 200;

/** Every column of a file of a kind, or of none, in the order of the file. */
export function inspectColumns(
  header: readonly string[],
  kind: FileKind | null,
  kinds: readonly FileKind[],
): readonly InspectedColumn[] {
  const uses = kind === null ? new Map<number, string[]>() : usesOf(kind, header);
  const present = new Set(header.map(nameKey));
  const knownNames = [...new Set((kind === null ? kinds : [kind]).flatMap(columnNames))];
  // A name that the file has already cannot be what another column was meant to be.
  const wanted = knownNames.filter((name) => !present.has(nameKey(name)));
  const isKnown = new Set(knownNames.map(nameKey));
  let guesses = 0;
  return header.map((name, place) => {
    const usesOfColumn = uses.get(place) ?? [];
    const isGuessed = usesOfColumn.length === 0 && name !== "" && !isKnown.has(nameKey(name));
    const nearest = isGuessed && guesses++ < MOST_GUESSES ? nearestName(name, wanted) : null;
    return { name, uses: usesOfColumn, nearest };
  });
}

function usesOf({ profile }: FileKind, header: readonly string[]): Map<number, string[]> {
  const uses = new Map<number, string[]>();
  const note = (names: readonly string[], use: string) => {
    for (const place of placesOf(names, header)) {
      const before = uses.get(place) ?? [];
      if (!before.includes(use)) uses.set(place, [...before, use]);
    }
  };
  for (const { table, columns, keep, forEach, attendance } of profile.reads) {
    for (const { to, from, join } of columns) {
      note(from ?? [], `${table}.${to}`);
      for (const part of join ?? []) note([part], `${table}.${to}`);
    }
    for (const { column } of keep ?? []) note([column], `selects records for ${table}`);
    note([forEach?.column ?? []].flat(), `one ${table} per item of its list`);
    const parts = attendance?.shape === "wide" ? attendance.cells : attendance?.sectionColumns;
    for (const column of parts ?? []) note([column], "one part of the day");
  }
  for (const { column } of profile.skipWhere ?? []) note([column], "marks records to skip");
  for (const { column } of profile.leaveOut ?? []) note([column], "marks records to leave out");
  if (profile.status?.column !== undefined) note([profile.status.column], "marks removed records");
  if (profile.status?.modifiedAt !== undefined)
    note([profile.status.modifiedAt], "time of the last change");
  if (profile.status?.record !== undefined) note([profile.status.record], "identifies the record");
  for (const column of profile.signature) {
    const names = [column].flat();
    if (placesOf(names, header).every((place) => !uses.has(place)))
      note(names, "identifies the kind of file");
  }
  return uses;
}

/** Columns that the kind's reads require and the file lacks. */
export const missingColumns = (
  { profile }: FileKind,
  header: readonly string[],
): readonly MissingColumn[] =>
  // The lists within a document have fields of their own, which its first level does not show.
  profile.reads.filter(({ path }) => path === undefined).flatMap((read) => missingOf(read, header));

const missingOf = ({ table, columns }: TableRead, header: readonly string[]) =>
  columns.flatMap(({ to, from, join, value, isRequired }): readonly MissingColumn[] => {
    const names = from ?? join ?? [];
    const isThere = value !== undefined || placesOf(names, header).length > 0;
    return isRequired === true && !isThere ? [{ field: `${table}.${to}`, names }] : [];
  });
