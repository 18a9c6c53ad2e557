import { posix } from "node:path";
import { importsOf, type Import } from "./imports-of.ts";
import { roomOf, type Room } from "./rooms.ts";
import type { SourceFile } from "./source-file.ts";

/** Each import that the rooms table does not allow, as a line a reader can act on. */
export function importFaults(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === undefined) return [`${file.path} is in no room of the design`];
    return importsOf(file)
      .map((importLine) => ({ found: importLine, to: resolve(file.path, importLine.from) }))
      .filter(({ found: importLine, to }) => !isAllowed(room, importLine, to))
      .map(
        ({ found: importLine, to }) =>
          `${file.path}:${importLine.line} may not import ${describe(importLine, to)}`,
      );
  });
}

const describe = ({ isTypeOnly }: Import, to: string): string =>
  isTypeOnly ? `the type from ${to}` : to;

/** A path from the top for our own files, else the name as written. */
export const resolve = (path: string, from: string): string =>
  from.startsWith(".") ? posix.join(posix.dirname(path), from) : from;

function isAllowed(room: Room, { from, isTypeOnly }: Import, to: string): boolean {
  // A computed name cannot be checked; the command and the workers load what the build wrote.
  if (from.startsWith("<")) return !room.isPure;
  if (from.startsWith(".")) return isOwnAllowed(room, isTypeOnly, to);
  if (from.startsWith("node:")) return matchesAny(room.builtIns, from);
  return matchesAny(room.packages, from);
}

function isOwnAllowed(room: Room, isTypeOnly: boolean, to: string): boolean {
  const target = roomOf(to);
  if (target === undefined) return false;
  if (target.at === room.at) return true;
  const open = isTypeOnly ? [...room.imports, ...(room.importsTypes ?? [])] : room.imports;
  return open.some((place) => place === target.at || place === to);
}

const matchesAny = (allowed: readonly string[], name: string): boolean =>
  allowed.some(
    (allowed) =>
      allowed === "*" ||
      allowed === name ||
      name.startsWith(`${allowed}/`) ||
      (allowed.endsWith("/*") && name.startsWith(allowed.slice(0, -1))),
  );
