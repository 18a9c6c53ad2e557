import { crc32, deflateRawSync } from "node:zlib";

/** One entry as a test packs it, soundly or not. */
export interface PackedEntry {
  /** Bytes for a name of another encoding. */
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  /** Packed by deflate unless it is another. */
  readonly method?: number;
  /** Bits of the general purpose flag; UTF-8 is said of no name without it. */
  readonly flags?: number;
  readonly crc?: number;
  /** The mode of Unix, of a link or a folder. */
  readonly mode?: number;
  /** The attributes of DOS. */
  readonly dos?: number;
  readonly extra?: Uint8Array;
  /** Whether its sizes stand behind its bytes and not before them. */
  readonly hasDescriptor?: boolean;
  /** Whether its sizes stand in the extra field, as of an entry of more than 4 GiB. */
  readonly isLarge?: boolean;
}

export interface PackedZip {
  readonly comment?: string;
  /** How many entries the end says there are. */
  readonly entries?: number;
  /** Whether the end is written as of a zip of more than 4 GiB. */
  readonly isLarge?: boolean;
  readonly disk?: number;
}

const FULL = 0xffffffff;

/** A zip byte by byte as the specification says (APPNOTE 4.3), so that any part of it can be wrong. */
export function packedZip(entries: readonly PackedEntry[], zip: PackedZip = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const method = entry.method ?? 8;
    const data = method === 8 ? deflateRawSync(content) : content;
    const crc = entry.crc ?? crc32(content);
    const flags = (entry.flags ?? 0) | (entry.hasDescriptor === true ? 8 : 0);
    const large = entry.isLarge === true ? large64(content.length, data.length) : Buffer.alloc(0);
    const extra = Buffer.concat([large, entry.extra ?? Buffer.alloc(0)]);
    const sizes = entry.isLarge === true ? [FULL, FULL] : [data.length, content.length];
    const common = (isLocal: boolean): Buffer => {
      const isLater = isLocal && entry.hasDescriptor === true;
      const header = Buffer.alloc(26);
      header.writeUInt16LE(20, 0);
      header.writeUInt16LE(flags, 2);
      header.writeUInt16LE(method, 4);
      header.writeUInt32LE(isLater ? 0 : crc, 10);
      header.writeUInt32LE(isLater ? 0 : (sizes[0] ?? 0), 14);
      header.writeUInt32LE(isLater ? 0 : (sizes[1] ?? 0), 18);
      header.writeUInt16LE(name.length, 22);
      header.writeUInt16LE(extra.length, 24);
      return header;
    };
    const descriptor = Buffer.concat([
      Buffer.from("PK\x07\x08", "latin1"),
      u32(crc),
      u32(data.length),
      u32(content.length),
    ]);
    const written = Buffer.concat([
      Buffer.from("PK\x03\x04", "latin1"),
      ...[common(true), name, extra, data],
      ...(entry.hasDescriptor === true ? [descriptor] : []),
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((((entry.mode ?? 0) << 16) | (entry.dos ?? 0)) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const madeBy = u16((entry.mode === undefined ? 0 : 3 << 8) | 20);
    central.push(
      Buffer.concat([
        Buffer.from("PK\x01\x02", "latin1"),
        ...[madeBy, common(false), rest, name, extra],
      ]),
    );
    local.push(written);
    offset += written.length;
  }
  const directory = Buffer.concat(central);
  const count = zip.entries ?? entries.length;
  const comment = Buffer.from(zip.comment ?? "");
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(zip.disk ?? 0, 4);
  end.writeUInt16LE(zip.isLarge === true ? 0xffff : count, 8);
  end.writeUInt16LE(zip.isLarge === true ? 0xffff : count, 10);
  end.writeUInt32LE(zip.isLarge === true ? FULL : directory.length, 12);
  end.writeUInt32LE(zip.isLarge === true ? FULL : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  const large = zip.isLarge === true ? largeEnd(count, directory.length, offset) : Buffer.alloc(0);
  return Buffer.concat([...local, directory, large, end, comment]);
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

const large64 = (length: number, packedLength: number): Buffer =>
  Buffer.concat([u16(1), u16(16), u64(length), u64(packedLength)]);

const largeEnd = (entries: number, directoryBytes: number, directory: number): Buffer =>
  Buffer.concat([
    ...[Buffer.from("PK\x06\x06", "latin1"), u64(44), u16(45), u16(45), u32(0), u32(0)],
    ...[u64(entries), u64(entries), u64(directoryBytes), u64(directory)],
    ...[Buffer.from("PK\x06\x07", "latin1"), u32(0), u64(directory + directoryBytes), u32(1)],
  ]);
