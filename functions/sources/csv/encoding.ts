import { strictUtf8 } from "./strict-utf8.ts";
import { eachLine, wholeLines } from "./whole-lines.ts";
import { hasUtf8Mark, writtenAs } from "./written-as.ts";

/** The encodings that exports come in; a line that is neither UTF-8 nor UTF-16 is read as Windows-1252. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Bytes to text with every line end a line feed; the byte order mark is dropped. `utf-8` is decoded
 * line by line: one that is not valid is Windows-1252, and no line decides how another is read. A
 * carriage return at the end of a chunk waits for what follows it, and so does a line that has not
 * ended. With the escape `backslash`, as databases write their tables out, a quotation mark after a
 * backslash comes out doubled, a doubled backslash as one, and a line end after a backslash as a blank.
 */
export function textDecoder(
  encoding: Encoding,
  escape: "doubled" | "backslash" = "doubled",
): {
  push(bytes: Uint8Array): string;
  end(): string;
} {
  const decoder = encoding === "utf-8" ? lineDecoder() : throughout(encoding);
  const unescape = escape === "backslash" ? backslashes() : (text: string) => text;
  let waiting = "";
  const normalize = (text: string, isLast: boolean): string => {
    if (!text.includes("\r") && waiting === "") return text;
    let whole = waiting + text;
    waiting = "";
    if (!isLast && whole.endsWith("\r")) {
      waiting = "\r";
      whole = whole.slice(0, -1);
    }
    return whole.replace(/\r\n?/g, "\n");
  };
  return {
    push: (bytes) => unescape(normalize(decoder.push(bytes), false), false),
    end: () => unescape(normalize(decoder.end(), true), true),
  };
}

interface Decoder {
  push(bytes: Uint8Array): string;
  end(): string;
}

function throughout(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding);
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

function lineDecoder(): Decoder {
  const strict = strictUtf8();
  const windows1252 = new TextDecoder("windows-1252");
  // Without `stream`, Node 20 decodes Windows-1252 as Latin-1 (nodejs/node#56542).
  const asWindows1252 = (bytes: Uint8Array): string => windows1252.decode(bytes, { stream: true });
  let isBegun = false;
  let text = "";
  const lines = wholeLines((sent) => {
    const bytes = !isBegun && hasUtf8Mark(sent) ? sent.subarray(3) : sent;
    isBegun = true;
    text += strict(bytes) ?? byLine(bytes);
  });
  /** Consecutive lines in the same encoding are decoded together. */
  const byLine = (bytes: Uint8Array): string => {
    let decoded = "";
    let begun = 0;
    let isOther: boolean | null = null;
    const flush = (until: number): void => {
      const run = bytes.subarray(begun, until);
      decoded += (isOther === true ? null : strict(run)) ?? asWindows1252(run);
      begun = until;
    };
    eachLine(bytes, (from, until) => {
      const written = writtenAs(bytes, from, until);
      if (written === "ascii") return;
      const isOtherNow = written === "not-utf-8";
      if (isOther !== null && isOther !== isOtherNow) flush(from);
      isOther = isOtherNow;
    });
    flush(bytes.length);
    return decoded;
  };
  const taken = (): string => {
    const all = text;
    text = "";
    return all;
  };
  return {
    push(bytes) {
      lines.push(bytes);
      return taken();
    },
    end() {
      lines.end();
      return taken();
    },
  };
}

const ESCAPED = /\\(\\|"|\n)/g;
const PLAIN: { readonly [escaped: string]: string } = { "\\": "\\", '"': '""', "\n": " " };

/** Text with backslash escapes to text without, in chunks; what is no escape, such as `\N`, stays. */
function backslashes(): (text: string, isLast: boolean) => string {
  let waiting = "";
  return (text, isLast) => {
    let whole = waiting + text;
    waiting = "";
    const trailing = /\\+$/.exec(whole)?.[0].length ?? 0;
    if (!isLast && trailing % 2 === 1) {
      waiting = "\\";
      whole = whole.slice(0, -1);
    }
    return whole.replace(ESCAPED, (_, escaped: string) => PLAIN[escaped] ?? escaped);
  };
}
