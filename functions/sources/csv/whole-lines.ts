/** Bytes in chunks of any size to bytes that end where a line ends. */
export interface WholeLines {
  push(bytes: Uint8Array): void;
  /** Hands on the last line, which may have no line end. */
  end(): void;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Longer than any record that is read. A longer line comes in pieces, cut at the same places however
 * the file came in chunks, so that memory does not grow with a file without line ends.
 */
export const LONGEST_LINE = 4 * 2 ** 20;

/**
 * Hands on one or more whole lines at a time, never part of one. Line ends of Unix, of Windows and of
 * old Macintosh systems are bytes of ASCII, which no other character of UTF-8 or Windows-1252 contains.
 * @param take gets bytes that are its own only until it returns
 */
export function wholeLines(take: (bytes: Uint8Array) => void): WholeLines {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const joined = (): Uint8Array => {
    const [only] = waiting;
    const bytes = waiting.length === 1 && only !== undefined ? only : concatenated(waiting);
    waiting = [];
    waitingBytes = 0;
    return bytes;
  };
  const wait = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    waiting.push(bytes.slice());
    waitingBytes += bytes.length;
    if (waitingBytes <= LONGEST_LINE) return;
    const line = joined();
    const until = pieceEnd(line, 0, line.length);
    take(line.subarray(0, until));
    wait(line.subarray(until));
  };
  return {
    push(bytes) {
      const fed = bytes.lastIndexOf(LINE_FEED) + 1;
      const last = fed + bytes.subarray(fed).lastIndexOf(CARRIAGE_RETURN) + 1;
      let from = 0;
      if (waitingBytes > 0 && last > 0) {
        from = lineEnd(bytes, 0);
        waiting.push(bytes.subarray(0, from));
        take(joined());
      }
      if (from < last) take(bytes.subarray(from, last));
      wait(bytes.subarray(last));
    },
    end() {
      if (waitingBytes > 0) take(joined());
    },
  };
}

/** Calls with where each line, or piece of a line that is too long, begins and ends. */
export function eachLine(bytes: Uint8Array, onLine: (from: number, until: number) => void): void {
  for (let from = 0; from < bytes.length;) {
    const until = pieceEnd(bytes, from, lineEnd(bytes, from));
    onLine(from, until);
    from = until;
  }
}

/** The place after the first line end; the end of the bytes where they have none. */
function lineEnd(bytes: Uint8Array, from: number): number {
  let offset = from;
  while (offset < bytes.length) {
    if (isLineEnd(bytes[offset++])) break;
  }
  return offset;
}

const isLineEnd = (byte: number | undefined): boolean =>
  byte === LINE_FEED || byte === CARRIAGE_RETURN;

/** Where a line is cut that is too long: never within a character of UTF-8. */
function pieceEnd(bytes: Uint8Array, from: number, until: number): number {
  const ended = isLineEnd(bytes[until - 1]) ? 1 : 0;
  if (until - from - ended <= LONGEST_LINE) return until;
  let offset = from + LONGEST_LINE;
  while (offset > from + LONGEST_LINE - 3 && ((bytes[offset] ?? 0) & 0xc0) === 0x80) offset--;
  return offset;
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
