import { CANONICAL_FIELDS } from "./canonical-fields.ts";
import { nearestName } from "../../domain/text/nearest-name.ts";
import type { AttendanceKind, CodeMap, FileProfile, Profile, TableRead } from "./profile.ts";
import type { ProfileFault } from "./profile-fault.ts";
import { fieldFaults } from "./read-contradictions.ts";

/** A file's profile with a district's own codes added to what it lists; the first map that has a code wins. */
export const withCodes = (file: FileProfile, codes: readonly CodeMap[]): FileProfile =>
  codes.length === 0
    ? file
    : { ...file, reads: file.reads.map((read) => codes.reduceRight(withMap, read)) };

function withMap(read: TableRead, { field, values }: CodeMap): TableRead {
  const { attendance, columns } = read;
  const added = lowerKeys(values);
  const isWide = attendance?.shape === "wide" && field === "kind";
  return {
    ...read,
    ...(isWide && {
      // That they are kinds of attendance was seen when the profile was validated.
      attendance: { ...attendance, codes: { ...lowerKeys(attendance.codes), ...added } as Codes },
    }),
    columns: columns.map((column) =>
      column.to === field
        ? { ...column, values: { ...lowerKeys(column.values ?? {}), ...added } }
        : column,
    ),
  };
}

interface Codes {
  readonly [code: string]: AttendanceKind;
}

/** Codes are compared in any case: of one that is written in two cases the later is used. */
const lowerKeys = <T>(values: { readonly [local: string]: T }): { readonly [local: string]: T } =>
  Object.fromEntries(Object.entries(values).map(([local, ours]) => [local.toLowerCase(), ours]));

/** What a profile's codes say wrongly: of a kind, a field or a value that is not there. */
export function codeFaults(
  { codes = [], files, id }: Profile,
  shipped: ReadonlyMap<string, FileProfile>,
): readonly ProfileFault[] {
  const profilesByCode = new Map([
    ...shipped,
    ...files.map((file) => [`${id}/${file.file}`, file] as const),
  ]);
  return codes.flatMap(({ kind, field, values }, index) => {
    const path = `codes[${index}]`;
    const file = profilesByCode.get(kind);
    if (file === undefined) {
      const nearest = nearestName(kind, profilesByCode.keys());
      const hint = nearest === null ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
      return [{ path: `${path}.kind`, message: `is no kind of file that a profile reads${hint}` }];
    }
    const reads = file.reads.filter(({ attendance, columns }) =>
      [...columns.map(({ to }) => to), ...(attendance?.shape === "wide" ? ["kind"] : [])].includes(
        field,
      ),
    );
    if (reads.length === 0) {
      return [{ path: `${path}.field`, message: `is no field that is read from ${kind}` }];
    }
    return reads.flatMap(({ table }) => {
      const is = CANONICAL_FIELDS[table].fields[field];
      return is === undefined ? [] : fieldFaults({ to: field, values }, is, path);
    });
  });
}
