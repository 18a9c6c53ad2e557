import { realpathSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join, sep } from "node:path";
import type { IncomingFile } from "../../pipeline/ports.ts";
import { incomingZip } from "./incoming-zip.ts";
import { notOpened, plainFile, unreadable } from "./plain-file.ts";
import { isOfSystem } from "./system-files.ts";

/**
 * The files handed in under a path: of a folder its files, without what systems write beside them;
 * of a zip its entries; else the file itself. A zip within a folder counts as its entries too, as an
 * SIS puts its nightly export there. Throws when there is nothing under the path.
 */
export async function* incomingFiles(path: string): AsyncGenerator<IncomingFile> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new Error(`${path} does not exist: expected a folder, a zip or a file to read`);
  }
  if (stats.isDirectory()) yield* filesOfFolder(path);
  else yield* soundFilesOf(path);
}

/**
 * In order of their names, zips first: an unpacked copy beside its zip may have been fixed, so it
 * counts as the later version.
 */
async function* filesOfFolder(folder: string): AsyncGenerator<IncomingFile> {
  const names = (await readdir(folder)).filter((name) => !isOfSystem(name)).sort();
  const inside = realpathSync(folder) + sep;
  for (const name of zipsFirst(names)) yield* soundFilesOf(join(folder, name), inside);
}

export const isZipName = (name: string): boolean => extname(name).toLowerCase() === ".zip";

export const zipsFirst = (names: readonly string[]): readonly string[] => [
  ...names.filter(isZipName),
  ...names.filter((name) => !isZipName(name)),
];

/**
 * What cannot be read (a folder in the folder, a link to nothing) must not keep the rest from being
 * read: it is handed on as one file that throws when it is opened, so that whoever reads it reports it.
 * @param inside where the file must lie: a sender's link must not hand in what lies elsewhere
 */
async function* soundFilesOf(
  path: string,
  inside: string | null = null,
): AsyncGenerator<IncomingFile> {
  const fault = faultOf(path, inside);
  if (fault !== null) {
    yield notOpened(basename(path), "", `${basename(path)} ${fault}`);
    return;
  }
  const from = basename(dirname(path));
  if (!isZipName(path)) {
    yield plainFile(path, from);
    return;
  }
  const files: IncomingFile[] = [];
  try {
    for await (const file of incomingZip(path, from)) files.push(file);
  } catch (error) {
    yield notOpened(basename(path), "", unreadable(path, error));
    return;
  }
  yield* files;
}

function faultOf(path: string, inside: string | null): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return "is a link to nothing";
  if (stats.isDirectory()) return "is a folder in a folder: hand it in by itself";
  // A pipe or a device might never end.
  if (!stats.isFile()) return "is no file";
  return inside !== null && !realpathSync(path).startsWith(inside)
    ? "is a link to a file of another folder: hand in the file itself"
    : null;
}
