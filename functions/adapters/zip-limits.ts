import type { Entry } from "yauzl";

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** Far above any export of a district, far below what would fill a disk or a day. */
const MOST_ENTRIES = 1_000;
const MOST_BYTES = 20 * GIB;
/** Exports shrink to a tenth or a fiftieth; a bomb made by repeating shrinks to a thousandth. */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 10 * MIB;
/** A folder that is packed whole lies in folders of its own; nothing of it is written anywhere by that name. */
const MOST_FOLDERS = 8;

/** Refuses a zip by what it says of itself, before its entries are listed. */
export function checkEntryCount(count: number): void {
  if (count > MOST_ENTRIES) {
    throw new Error(`it holds ${count} entries: expected at most ${MOST_ENTRIES}`);
  }
}

/** The entries that are files of the sender; an Error that names the entry where one may not be read. */
export function wantedEntries(zip: string, entries: readonly Entry[]): readonly Entry[] {
  const wanted = entries.filter(isWanted);
  const seen = new Set<string>();
  let bytes = 0;
  for (const entry of wanted) {
    const name = entry.fileName;
    bytes += entry.uncompressedSize;
    const fault = seen.has(name) ? "has the name of another entry" : faultOf(entry, bytes);
    if (fault !== null) {
      throw new Error(
        `zip ${JSON.stringify(zip)}, entry ${JSON.stringify(entry.fileName)} ${fault}`,
      );
    }
    seen.add(name);
  }
  return wanted;
}

/** The entry's name without its folder. */
export function baseName(entry: Entry): string {
  return entry.fileName.slice(entry.fileName.lastIndexOf("/") + 1);
}

/** The folder of an entry; empty at the top. */
export function folderOf(entry: Entry): string {
  return entry.fileName.slice(0, Math.max(0, entry.fileName.lastIndexOf("/")));
}

/** Neither a folder, nor hidden, nor what macOS and Windows write beside files. */
function isWanted(entry: Entry): boolean {
  const name = baseName(entry);
  const folders = folderOf(entry).split("/");
  const isHidden = [...folders, name].some((part) => part.startsWith("."));
  return name !== "" && !isHidden && !folders.includes("__MACOSX") && !OF_WINDOWS.test(name);
}

const OF_WINDOWS = /^(?:thumbs\.db|desktop\.ini)$/i;

/** Sizes may be trusted here: an entry that turns out longer than it says throws as it is read. */
function faultOf(entry: Entry, bytesSoFar: number): string | null {
  const { uncompressedSize, compressedSize } = entry;
  if (entry.isEncrypted()) return "is locked with a password: expected a zip without one";
  if (!entry.canDecodeFileData()) {
    return `is packed by method ${entry.compressionMethod}: expected stored or deflated`;
  }
  if (entry.fileName.split("/").length > MOST_FOLDERS + 1) {
    return `is more than ${MOST_FOLDERS} folders deep: expected files at the top or in a few folders`;
  }
  if (bytesSoFar > MOST_BYTES) {
    return `brings the zip to more than ${MOST_BYTES / GIB} GiB unpacked`;
  }
  if (uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > MOST_RATIO * compressedSize) {
    return `unpacks to more than ${MOST_RATIO} times its size: expected an export, not a bomb`;
  }
  return null;
}
