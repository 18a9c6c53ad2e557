import { detectEncoding, type Encoding } from "./encoding.ts";

/** What the bytes of a file say before any of them is read as text. */
export interface ByteFacts {
  readonly bytes: number;
  readonly encoding: Encoding;
  /**
   * How the encoding was decided: by the file's first bytes; since all is plain ASCII, which UTF-8
   * and Windows-1252 write alike; since all of it is valid UTF-8; or since some of it is not.
   */
  readonly because: "byte-order-mark" | "plain-ascii" | "valid-utf-8" | "not-utf-8";
  /** Line ends by how they are written, those inside of quoted values too. */
  readonly lineEnds: LineEnds;
  /** Characters that no export should hold: where there are many, the file is UTF-16 without its mark. */
  readonly nulCharacters: number;
}

export interface LineEnds {
  /** As Unix writes them. */
  readonly lineFeeds: number;
  /** As Windows writes them: a carriage return and a line feed. */
  readonly pairs: number;
  /** As old Macintosh systems and some database exports write them. */
  readonly carriageReturns: number;
}

export interface ByteFactsReader {
  push(bytes: Uint8Array): void;
  end(): ByteFacts;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
] as const;

/** Looks at every byte once, in chunks of any size, and keeps none. */
export function byteFacts(): ByteFactsReader {
  const detector = detectEncoding();
  const first: number[] = [];
  const counts = { lineFeeds: 0, pairs: 0, carriageReturns: 0, nulCharacters: 0 };
  let bytes = 0;
  let isAscii = true;
  let isAfterReturn = false;
  /** Of UTF-16, the first byte of a character that is still to be completed. */
  let half: number | null = null;
  let wide: "little" | "big" | null = null;

  const count = (code: number): void => {
    if (code === LINE_FEED) {
      if (isAfterReturn) {
        counts.pairs++;
        counts.carriageReturns--;
      } else counts.lineFeeds++;
    } else if (code === CARRIAGE_RETURN) counts.carriageReturns++;
    else if (code === 0) counts.nulCharacters++;
    isAfterReturn = code === CARRIAGE_RETURN;
  };
  return {
    push(chunk) {
      detector.push(chunk);
      bytes += chunk.length;
      for (const byte of chunk) {
        if (byte > 0x7f) isAscii = false;
        if (first.length < 3 && first.push(byte) === 2) {
          if (startsWith(first, MARKS[0])) wide = "little";
          else if (startsWith(first, MARKS[1])) wide = "big";
          if (wide !== null) continue;
        }
        if (wide === null) count(byte);
        else if (half === null) half = byte;
        else {
          count(wide === "little" ? half | (byte << 8) : (half << 8) | byte);
          half = null;
        }
      }
    },
    end() {
      const { nulCharacters, ...lineEnds } = counts;
      const encoding = detector.end();
      const because = MARKS.some((mark) => startsWith(first, mark))
        ? "byte-order-mark"
        : isAscii
          ? "plain-ascii"
          : encoding === "utf-8"
            ? "valid-utf-8"
            : "not-utf-8";
      return { bytes, encoding, because, lineEnds, nulCharacters };
    },
  };
}

const startsWith = (first: readonly number[], mark: readonly number[]): boolean =>
  mark.every((byte, place) => first[place] === byte);

/** Whether lines end in more than one way, which some readers glue together. */
export const hasMixedLineEnds = ({ lineFeeds, pairs, carriageReturns }: LineEnds): boolean =>
  [lineFeeds, pairs, carriageReturns].filter((count) => count > 0).length > 1;
