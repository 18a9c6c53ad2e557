import { baseName, isLink, type ZipEntry } from "./zip-entry.ts";

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** Far above any export of a district, far below what would fill a disk or a day. */
const MOST_ENTRIES = 1_000;
const MOST_BYTES = 20 * GIB;
/** Its entries' names and notes. */
const MOST_DIRECTORY_BYTES = 16 * MIB;
/** Exports shrink to a tenth or a fiftieth; a bomb made by repeating shrinks to a thousandth. */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 10 * MIB;

/** Why a zip is not even listed; null where it may be. */
export function refusalOfZip(entries: number, directoryBytes: number): string | null {
  if (entries > MOST_ENTRIES) {
    return `holds ${entries.toLocaleString("en-US")} entries: pack the exports alone, at most ${MOST_ENTRIES.toLocaleString("en-US")}`;
  }
  return directoryBytes > MOST_DIRECTORY_BYTES
    ? "has a list of its entries longer than any export needs: pack the exports alone"
    : null;
}

/** By each entry that may not be read, why, and what to do about it. */
export function refusedEntries(
  zip: string,
  entries: readonly ZipEntry[],
): ReadonlyMap<ZipEntry, string> {
  const refused = new Map<ZipEntry, string>();
  let bytes = 0;
  for (const zipEntry of entries) {
    const size = zipEntry.entry?.uncompressedSize ?? 0;
    const refusal = refusalOf(zip, zipEntry, bytes + size);
    if (refusal === null) bytes += size;
    else refused.set(zipEntry, refusal);
  }
  return refused;
}

/** Methods of packing that programs use, by their numbers in the zip specification (APPNOTE 4.4.5). */
const METHODS = new Map([
  [1, "Shrink"],
  [6, "Implode"],
  [9, "Deflate64"],
  [12, "bzip2"],
  [14, "LZMA"],
  [93, "Zstandard"],
  [95, "XZ"],
  [98, "PPMd"],
]);
const STORED = 0;
const DEFLATED = 8;

/** Sizes may be trusted here: an entry that turns out longer than it says throws as it is read. */
function refusalOf(zip: string, zipEntry: ZipEntry, bytesSoFar: number): string | null {
  const { entry, path } = zipEntry;
  if (entry === null) {
    return "is described in a way that cannot be read: pack it again, without a password";
  }
  const { uncompressedSize, compressedSize, compressionMethod } = entry;
  if (path.split("/").includes("..")) {
    return 'has a name that leads out of the package: pack it again under a name without ".."';
  }
  if (isLink(entry)) return "is a link to a file and not the file: pack the file itself";
  if (entry.isEncrypted()) return "is locked with a password: pack it without one";
  if (/\.zip$/i.test(baseName(zipEntry))) {
    return `is a zip within a zip: unpack ${zip} once and send what is inside`;
  }
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    const method = METHODS.get(compressionMethod) ?? `method ${compressionMethod}`;
    return `is packed by ${method}, which is not read here: pack it as an ordinary zip (Deflate), or send the file unpacked`;
  }
  if (bytesSoFar > MOST_BYTES) {
    return `brings the zip to more than ${MOST_BYTES / GIB} GiB unpacked: send it by itself`;
  }
  if (uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > MOST_RATIO * compressedSize) {
    return `unpacks to more than ${MOST_RATIO} times its size, as no export does: send the file unpacked`;
  }
  return null;
}
