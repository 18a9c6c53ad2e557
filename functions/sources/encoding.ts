/** The encodings that exports come in; what is not UTF-8 or UTF-16 is read as Windows-1252. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface EncodingDetector {
  push(bytes: Uint8Array): void;
  end(): Encoding;
}

/**
 * Finds the encoding in one pass over the whole file: a byte order mark decides, else the bytes
 * are UTF-8 if every one of them is valid UTF-8, else Windows-1252. Nothing is replaced silently.
 */
export function detectEncoding(): EncodingDetector {
  let mark: Encoding | null = null;
  let first: number | null = null;
  let isMarkRead = false;
  let isUtf8 = true;
  const strict = new TextDecoder("utf-8", { fatal: true });
  const check = (bytes: Uint8Array | null) => {
    if (!isUtf8) return;
    try {
      if (bytes === null) strict.decode();
      else strict.decode(bytes, { stream: true });
    } catch {
      // The decoder's refusal is the answer we asked for.
      isUtf8 = false;
    }
  };
  return {
    push(bytes) {
      for (let index = 0; index < bytes.length && !isMarkRead; index++) {
        const byte = bytes[index] ?? 0;
        if (first === null) first = byte;
        else {
          isMarkRead = true;
          if (first === 0xff && byte === 0xfe) mark = "utf-16le";
          else if (first === 0xfe && byte === 0xff) mark = "utf-16be";
        }
      }
      if (mark === null) check(bytes);
    },
    end() {
      if (mark !== null) return mark;
      check(null);
      return isUtf8 ? "utf-8" : "windows-1252";
    },
  };
}

/**
 * Bytes to text with every line end a line feed. A carriage return at the end of a chunk waits for
 * what follows it; the byte order mark is dropped. With the escape `backslash`, as databases write
 * their tables out, a quotation mark after a backslash comes out doubled, a doubled backslash as one,
 * and a line end after a backslash as a blank.
 */
export function textDecoder(
  encoding: Encoding,
  escape: "doubled" | "backslash" = "doubled",
): {
  push(bytes: Uint8Array): string;
  end(): string;
} {
  const decoder = new TextDecoder(encoding);
  const unescape = escape === "backslash" ? backslashes() : (text: string) => text;
  let waiting = "";
  const normalise = (text: string, isLast: boolean): string => {
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
    push: (bytes) => unescape(normalise(decoder.decode(bytes, { stream: true }), false), false),
    end: () => unescape(normalise(decoder.decode(), true), true),
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
