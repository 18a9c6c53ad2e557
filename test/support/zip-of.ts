import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { scratchFolder } from "./scratch-folder.ts";

const CENTRAL_HEADER = 0x02014b50;

/** What a sender of bad will, or a bad line, may do to one entry's record in the zip's directory. */
export interface Tampering {
  readonly flags?: number;
  readonly method?: number;
  readonly crc32?: number;
  readonly compressedSize?: number;
  readonly uncompressedSize?: number;
}

/** A zip of these files on disk, its directory changed afterwards as told; its path. */
export function zipOf(
  files: Zippable,
  tamperWith: Readonly<Record<string, Tampering>> = {},
): string {
  const zip = Buffer.from(zipSync(files));
  for (
    let offset = zip.indexOf("PK\x01\x02");
    offset >= 0;
    offset = zip.indexOf("PK\x01\x02", offset + 4)
  ) {
    if (zip.readUInt32LE(offset) !== CENTRAL_HEADER) continue;
    const name = zip.toString("utf8", offset + 46, offset + 46 + zip.readUInt16LE(offset + 28));
    const { flags, method, crc32, compressedSize, uncompressedSize } = tamperWith[name] ?? {};
    if (flags !== undefined) zip.writeUInt16LE(flags, offset + 8);
    if (method !== undefined) zip.writeUInt16LE(method, offset + 10);
    if (crc32 !== undefined) zip.writeUInt32LE(crc32, offset + 16);
    if (compressedSize !== undefined) zip.writeUInt32LE(compressedSize, offset + 20);
    if (uncompressedSize !== undefined) zip.writeUInt32LE(uncompressedSize, offset + 24);
  }
  const path = join(scratchFolder(), "export.zip");
  writeFileSync(path, zip);
  return path;
}
