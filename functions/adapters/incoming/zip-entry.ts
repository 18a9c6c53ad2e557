import { isUtf8 } from "node:buffer";
import { type Entry, getFileNameLowLevel } from "yauzl";
import { isOfSystem } from "./system-files.ts";

/** An entry of a zip as it is listed. */
export interface ZipEntry {
  /** Its name as it was packed, with folders. */
  readonly path: string;
  /** What is read; null where its record in the list could not be. */
  readonly entry: Entry | null;
}

const UTF_8_NAME = 0x800;

/**
 * The name of an entry with `/` between folders. Without the flag that says UTF-8 it is what old DOS
 * wrote (CP437), unless its bytes are valid UTF-8, as macOS writes them without saying so.
 */
export function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const flags = isUtf8(fileNameRaw)
    ? generalPurposeBitFlag | UTF_8_NAME
    : generalPurposeBitFlag & ~UTF_8_NAME;
  return getFileNameLowLevel(flags, fileNameRaw, extraFields, false);
}

/** The entry's name without its folder. */
export const baseName = ({ path }: ZipEntry): string => path.slice(path.lastIndexOf("/") + 1);

/** The folder of an entry; empty at the top. Of a name from the root or of a drive only what follows. */
export const folderOf = ({ path }: ZipEntry): string =>
  path.slice(0, Math.max(0, path.lastIndexOf("/"))).replace(/^(?:[A-Za-z]:)?\/*/, "");

/** Neither a folder, nor hidden, nor what systems write beside files. */
export function isWanted(entry: ZipEntry): boolean {
  const names = entry.path.split("/").filter((name) => name !== "." && name !== "..");
  return baseName(entry) !== "" && !isFolder(entry) && !names.some(isOfSystem);
}

/** Folders end in a slash; some programs say it by an attribute of DOS alone. */
const isFolder = ({ entry }: ZipEntry): boolean =>
  entry !== null && entry.uncompressedSize === 0 && (entry.externalFileAttributes & 0x10) !== 0;

const OF_UNIX: ReadonlySet<number> = new Set([3, 19]);

/** A link of Unix: what is packed of it is the name of what it leads to. */
export const isLink = ({ versionMadeBy, externalFileAttributes }: Entry): boolean =>
  OF_UNIX.has(versionMadeBy >>> 8) && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
