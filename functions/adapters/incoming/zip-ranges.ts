import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { RandomAccessReader, ZipFile } from "yauzl";
import type { ZipPart } from "./zip-parts.ts";

/** The list of a zip's entries, from one of them on, which is read from memory. */
export const zipDirectory = (bytes: Buffer, from: number, entries: number): ZipFile =>
  new ZipFile(new BytesInMemory(bytes), from, bytes.length, entries, ...AS_FAR_AS_POSSIBLE);

/** A zip whose entries are read as streams, each by a handle of its own. */
export const zipContent = (path: string, part: ZipPart): ZipFile =>
  new ZipFile(new BytesOfPart(path, part), part.directory, part.bytes, 0, ...AS_FAR_AS_POSSIBLE);

/**
 * No comment, closed by nobody, one entry at a time; names as bytes and sizes as they are: one that
 * the library refuses would keep it from listing those behind it.
 */
const AS_FAR_AS_POSSIBLE = ["", false, true, false, false] as const;

class BytesInMemory extends RandomAccessReader {
  readonly #bytes: Buffer;
  constructor(bytes: Buffer) {
    super();
    this.#bytes = bytes;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.#bytes.subarray(start, end)]);
  }
}

class BytesOfPart extends RandomAccessReader {
  readonly #path: string;
  readonly #start: number;
  constructor(path: string, { start }: ZipPart) {
    super();
    this.#path = path;
    this.#start = start;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const range = { start: this.#start + start, end: this.#start + end - 1 };
    return createReadStream(this.#path, { ...range, highWaterMark: 2 ** 18 });
  }
}
