import type { FileProfile, Profile } from "./profile.ts";
import edFiFlat from "./profiles/ed-fi-flat.json" with { type: "json" };
import oneRoster from "./profiles/one-roster.json" with { type: "json" };
import plain from "./profiles/plain.json" with { type: "json" };

/** The profiles that ship with the project. A vendor is one JSON file and one line here. */
export const PROFILES: readonly Profile[] = [
  oneRoster as Profile,
  edFiFlat as Profile,
  plain as Profile,
];

/** A file profile with the profile it belongs to. `kind` names it everywhere: `one-roster/users.csv`. */
export interface FileKind {
  readonly kind: string;
  readonly version: number;
  readonly profile: FileProfile;
}

export const FILE_KINDS: readonly FileKind[] = PROFILES.flatMap((profile) =>
  profile.files.map((file) => ({
    kind: `${profile.id}/${file.file}`,
    version: profile.version,
    profile: file,
  })),
);

/**
 * What kind of file this is: the columns must be there, and the name decides between kinds. A file
 * under another name is taken only where its columns fit one kind alone and say enough.
 */
export function kindOf(name: string, header: readonly string[]): FileKind | null {
  const columns = new Set(header.map((column) => column.toLowerCase()));
  const fitting = FILE_KINDS.filter(({ profile }) =>
    profile.signature.every((column) => columns.has(column.toLowerCase())),
  );
  const named = fitting.find(({ profile }) => new RegExp(profile.pattern, "i").test(name));
  if (named !== undefined) return named;
  const telling = fitting.filter(({ profile }) => profile.signature.length >= 3);
  return telling.length === 1 ? (telling[0] ?? null) : null;
}
