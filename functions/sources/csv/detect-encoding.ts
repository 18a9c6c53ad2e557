import { isAscii, isUtf8 } from "node:buffer";
import type { Encoding } from "./encoding.ts";
import { eachLine, wholeLines } from "./whole-lines.ts";
import { withBeginning } from "./with-beginning.ts";
import { hasUtf8Mark, writtenAs } from "./written-as.ts";

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /**
   * How the encoding was decided: by the file's first bytes; since every other byte is NUL; since all
   * is plain ASCII, which is the same in UTF-8 and Windows-1252; since all of it is valid UTF-8; since
   * some lines are and others are not; or since no line with more than ASCII is.
   */
  readonly because:
    | "byte-order-mark"
    | "nul-pattern"
    | "plain-ascii"
    | "valid-utf-8"
    | "some-lines-utf-8"
    | "not-utf-8";
  /** In a file in UTF-8, the lines that are not UTF-8 and are read as Windows-1252. */
  readonly windows1252Lines: number;
}

export interface EncodingDetector {
  push(bytes: Uint8Array): void;
  end(): DetectedEncoding;
}

/** This much of a file's beginning shows whether it is UTF-16. */
export const MARKED_WITHIN = 1_024;

/**
 * Finds the encoding in one pass over the whole file. A byte order mark decides, then NULs beside
 * plain letters, which only UTF-16 writes; else it is UTF-8 if any line with more than ASCII is, and
 * Windows-1252 if none is. Nothing is replaced silently.
 */
export function detectEncoding(): EncodingDetector {
  let wide: WideEncoding | null = null;
  let isMarked = false;
  let hasUtf8 = false;
  let others = 0;
  const lines = wholeLines((bytes) => {
    // Most files are UTF-8 throughout, and of those it need not be known which lines are more than ASCII.
    if (isUtf8(bytes)) {
      hasUtf8 ||= !isAscii(bytes);
      return;
    }
    eachLine(bytes, (from, until) => {
      const written = writtenAs(bytes, from, until);
      if (written === "utf-8") hasUtf8 = true;
      else if (written === "not-utf-8") others++;
    });
  });
  const beginning = withBeginning(MARKED_WITHIN, {
    begin(bytes) {
      wide = wideEncoding(bytes);
      isMarked = hasUtf8Mark(bytes);
    },
    push(bytes) {
      if (wide === null) lines.push(bytes);
    },
  });
  return {
    push: beginning.push,
    end() {
      beginning.end();
      lines.end();
      if (wide !== null) {
        const { encoding, because } = wide;
        return { encoding, because, windows1252Lines: 0 };
      }
      if (isMarked) {
        return { encoding: "utf-8", because: "byte-order-mark", windows1252Lines: others };
      }
      if (others === 0) {
        const because = hasUtf8 ? "valid-utf-8" : "plain-ascii";
        return { encoding: "utf-8", because, windows1252Lines: 0 };
      }
      return hasUtf8
        ? { encoding: "utf-8", because: "some-lines-utf-8", windows1252Lines: others }
        : { encoding: "windows-1252", because: "not-utf-8", windows1252Lines: 0 };
    },
  };
}

export interface WideEncoding {
  readonly encoding: "utf-16le" | "utf-16be";
  readonly because: "byte-order-mark" | "nul-pattern";
}

/** UTF-16 by a file's first bytes: by its mark, or by NULs where plain letters have none otherwise. */
export function wideEncoding(first: Uint8Array): WideEncoding | null {
  const [firstByte, other] = first;
  if (firstByte === 0xff && other === 0xfe)
    return { encoding: "utf-16le", because: "byte-order-mark" };
  if (firstByte === 0xfe && other === 0xff)
    return { encoding: "utf-16be", because: "byte-order-mark" };
  const units = first.length >> 1;
  if (units < FEWEST_UNITS) return null;
  let little = 0;
  let big = 0;
  for (let unit = 0; unit < units; unit++) {
    const even = first[2 * unit] ?? 0;
    const odd = first[2 * unit + 1] ?? 0;
    if (even === 0 && odd === 0) return null;
    if (odd === 0 && isText(even)) little++;
    if (even === 0 && isText(odd)) big++;
  }
  if (little >= units * PLAIN_SHARE) return { encoding: "utf-16le", because: "nul-pattern" };
  if (big >= units * PLAIN_SHARE) return { encoding: "utf-16be", because: "nul-pattern" };
  return null;
}

/** Fewer are no header of any export. */
const FEWEST_UNITS = 4;
/** Names of columns are plain letters, and so are most of the first records. */
const PLAIN_SHARE = 0.9;

const isText = (code: number): boolean =>
  (code >= 0x20 && code !== 0x7f) || code === 0x09 || code === 0x0a || code === 0x0d;
