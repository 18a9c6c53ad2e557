import type { CanonicalTable } from "./profile.ts";
import { RECORD_TYPES } from "../../domain/record-types/record-types.ts";
import type { DistrictKinds } from "./district-kinds.ts";

/** A kind of file that a profile of the district's own reads, as the district names it. */
export interface OwnKind {
  readonly kind: string;
  readonly file: string;
  readonly name: string;
  /** What it fills, each table once, in the order of the profile. */
  readonly tables: readonly CanonicalTable[];
}

/** The district's own kinds among those of its files, in the order of its profiles. */
export function ownKindsAmong(
  { own }: DistrictKinds,
  files: readonly { readonly kind: string }[],
): readonly OwnKind[] {
  const seen = new Set(files.map(({ kind }) => kind));
  return own
    .filter(({ kind }) => seen.has(kind))
    .map(({ kind, profile: { file, name, reads } }) => ({
      ...{ kind, file, name },
      tables: [...new Set(reads.map(({ table }) => table))],
    }));
}

/**
 * An own kind as the public may see it: a district writes its profile's id, names and columns, which
 * may hold anything, so what the files fill is said in our words.
 */
export const publicNamesOf = ({ tables }: OwnKind) => ({
  file: "a file of the district's own format",
  kind: `own-format/${tables.join("+")}`,
  kindName: `${listed(tables.map((table) => RECORD_TYPES[table].words.many))} (the district's own format)`,
});

/** "Plans, goals and reviews" */
function listed(words: readonly string[]): string {
  const all = [...new Set(words)];
  const last = all.pop() ?? "nothing";
  const text = all.length === 0 ? last : `${all.join(", ")} and ${last}`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
