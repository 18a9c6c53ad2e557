import {
  detectEncoding,
  MARKED_WITHIN,
  wideEncoding,
  type DetectedEncoding,
} from "./detect-encoding.ts";
import { withBeginning } from "./with-beginning.ts";

/** What the bytes of a file say before any of them is read as text. */
export interface ByteFacts extends DetectedEncoding {
  readonly bytes: number;
  /** Line ends by how they are written, those inside of quoted values too. */
  readonly lineEnds: LineEnds;
  /** Characters that no export should hold. */
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

/** Looks at every byte once, in chunks of any size, and keeps none. */
export function byteFacts(): ByteFactsReader {
  const detector = detectEncoding();
  const counts = { lineFeeds: 0, pairs: 0, carriageReturns: 0, nulCharacters: 0 };
  let bytes = 0;
  let isAfterReturn = false;
  /** Of UTF-16, the first byte of a character that is still to be completed. */
  let half: number | null = null;
  let wide: "utf-16le" | "utf-16be" | null = null;

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
  const beginning = withBeginning(MARKED_WITHIN, {
    begin(first) {
      wide = wideEncoding(first)?.encoding ?? null;
    },
    push(chunk) {
      for (const byte of chunk) {
        if (wide === null) count(byte);
        else if (half === null) half = byte;
        else {
          count(wide === "utf-16le" ? half | (byte << 8) : (half << 8) | byte);
          half = null;
        }
      }
    },
  });
  return {
    push(chunk) {
      detector.push(chunk);
      beginning.push(chunk);
      bytes += chunk.length;
    },
    end() {
      beginning.end();
      const { nulCharacters, ...lineEnds } = counts;
      return { ...detector.end(), bytes, lineEnds, nulCharacters };
    },
  };
}

/** Whether lines end in more than one way, which some readers glue together. */
export const hasMixedLineEnds = ({ lineFeeds, pairs, carriageReturns }: LineEnds): boolean =>
  [lineFeeds, pairs, carriageReturns].filter((count) => count > 0).length > 1;
