import { detectEncoding } from "../../sources/csv/detect-encoding.ts";
import type { Encoding } from "../../sources/csv/encoding.ts";
import { foreignFormat, foreignMessage, TELLING_BYTES } from "../../sources/csv/foreign-format.ts";
import type { Beginning } from "../../sources/feeds/feed.ts";
import type { IncomingFile } from "../ports.ts";
import { runningHash } from "../../hashing/running-hash.ts";

/** What a file shows of itself while it is read once. */
export interface Look {
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: Encoding;
  /** Of a file in UTF-8, the lines that are not. */
  readonly windows1252Lines: number;
  /** What it seems to be in place of an export. */
  readonly foreign: string | null;
  /** The earlier file that it goes on from, among those that it may. */
  readonly beginsWith: Beginning | null;
}

/** What of it is kept of a file that is not read again. */
export type KeptLook = Omit<Look, "foreign" | "beginsWith">;

/** A file whose bytes are looked at on their way to where they are stored. */
export interface WatchedFile {
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Of the bytes of the last opening. Throws where they were not read to their end. */
  readonly look: () => Look;
  /** Why the file could not be read; null where it could, also when its bytes could not be stored. */
  readonly fault: () => unknown;
}

/** @param beginnings the earlier files that it may go on from */
export function watchedFile(file: IncomingFile, beginnings: readonly Beginning[]): WatchedFile {
  let look: Look | null = null;
  let fault: unknown = null;
  const watched = async function* (): AsyncGenerator<Uint8Array> {
    look = null;
    const looking = beginLook(file.name, beginnings);
    try {
      for await (const chunk of file.open()) {
        // First handed on: while a chunk is written to a disk its hash is worked out.
        yield chunk;
        looking.push(chunk);
      }
    } catch (error) {
      fault = error;
      throw error;
    }
    look = looking.end();
  };
  return {
    open: watched,
    look() {
      if (look === null) throw new Error("a file was not read to its end");
      return look;
    },
    fault: () => fault,
  };
}

function beginLook(
  name: string,
  beginnings: readonly Beginning[],
): { push(chunk: Uint8Array): void; end(): Look } {
  const hash = runningHash(beginnings);
  const detector = detectEncoding();
  let bytes = 0;
  let first = new Uint8Array();
  return {
    push(chunk) {
      hash.push(chunk);
      detector.push(chunk);
      bytes += chunk.length;
      if (first.length < TELLING_BYTES) {
        first = new Uint8Array([...first, ...chunk.subarray(0, TELLING_BYTES - first.length)]);
      }
    },
    end() {
      const { encoding, windows1252Lines } = detector.end();
      const format = foreignFormat(first, name);
      const foreign = format === null ? null : foreignMessage(format);
      return { ...hash.end(), bytes, encoding, windows1252Lines, foreign };
    },
  };
}
