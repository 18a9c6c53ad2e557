/** What a line's bytes can be: plain ASCII is valid as UTF-8 and as Windows-1252. */
export type WrittenAs = "ascii" | "utf-8" | "not-utf-8";

/**
 * How the bytes from one place until another are written, by the well-formed sequences of UTF-8
 * (The Unicode Standard, table 3-7).
 */
export function writtenAs(bytes: Uint8Array, from: number, until: number): WrittenAs {
  let isAscii = true;
  let offset = from;
  while (offset < until) {
    const first = bytes[offset++] ?? 0;
    if (first < 0x80) continue;
    isAscii = false;
    const following = followingOf(first);
    if (following === 0 || offset + following > until) return "not-utf-8";
    const second = bytes[offset] ?? 0;
    if (second < (LOWEST_SECOND[first] ?? 0x80) || second > (HIGHEST_SECOND[first] ?? 0xbf)) {
      return "not-utf-8";
    }
    for (let rest = 1; rest < following; rest++) {
      if (((bytes[offset + rest] ?? 0) & 0xc0) !== 0x80) return "not-utf-8";
    }
    offset += following;
  }
  return isAscii ? "ascii" : "utf-8";
}

/** How many bytes follow the first one of a character; 0 for what begins none. */
function followingOf(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 1;
  if (first >= 0xe0 && first <= 0xef) return 2;
  return first >= 0xf0 && first <= 0xf4 ? 3 : 0;
}

/** First bytes after which fewer second ones are well-formed: no longer spelling of a shorter character, no surrogate, nothing past U+10FFFF. */
const LOWEST_SECOND: { readonly [first: number]: number } = { 0xe0: 0xa0, 0xf0: 0x90 };
const HIGHEST_SECOND: { readonly [first: number]: number } = { 0xed: 0x9f, 0xf4: 0x8f };

/** Where text that is cut off after so many bytes ends in a whole character of UTF-8. */
export function wholeUtf8(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return followingOf(byte) >= back ? length - back : length;
  }
  return length;
}

/** Whether a file begins with the byte order mark of UTF-8. */
export const hasUtf8Mark = (first: Uint8Array): boolean =>
  first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf;
