import { CANONICAL_FIELDS } from "../profiles/canonical-fields.ts";
import { nameKey } from "../csv/header.ts";
import type { FileProfile, TableRead } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";

/**
 * The values that a column may hold, as its profile writes them and then as ours are called: for
 * the person who fixes a value that is not listed. They come from the profile, never from a file.
 * @param column as a reject names it: `status`, or `goals[2].status` of a document
 */
export function listedValues({ profile }: FileKind, column: string): readonly string[] {
  const key = nameKey(column.slice(column.lastIndexOf(".") + 1));
  const whole = nameKey(column);
  const isMeant = (name: string): boolean => [key, whole].includes(nameKey(name));
  const closed = (profile.leaveOut ?? []).filter((rule) => isMeant(rule.column));
  const written = [
    ...profile.reads.flatMap((read) => [...keptBy(read, isMeant), ...readBy(read, isMeant)]),
    ...closed.flatMap(({ values }) => values),
    ...statusValues(profile, isMeant),
  ];
  return [...new Set(written.filter((value) => value !== "" && value !== "*"))];
}

/** The values of the column that says whether the record is valid. */
const statusValues = (
  { status }: FileProfile,
  isMeant: (name: string) => boolean,
): readonly string[] =>
  status?.kept !== undefined && status.column !== undefined && isMeant(status.column)
    ? [...status.kept, ...(status.removed ?? [])]
    : [];

const keptBy = ({ keep = [] }: TableRead, isMeant: (name: string) => boolean): readonly string[] =>
  keep.filter(({ column }) => isMeant(column)).flatMap(({ values }) => values);

function readBy(
  { table, attendance, columns }: TableRead,
  isMeant: (name: string) => boolean,
): readonly string[] {
  const codes =
    attendance?.shape === "wide" && attendance.cells.some(isMeant)
      ? Object.keys(attendance.codes)
      : [];
  return columns
    .filter(({ from = [], join = [] }) => [...from, ...join].some(isMeant))
    .reduce<readonly string[]>((all, { to, values = {} }) => {
      const field = CANONICAL_FIELDS[table].fields[to];
      const isListed = field?.is === "one-of" || field?.is === "list-of";
      const ours = isListed ? field.values : field?.is === "yes-no" ? ["yes", "no"] : [];
      return [...all, ...Object.keys(values), ...ours];
    }, codes);
}
