/** What a byte means. Odd are quotation marks, control characters, backslashes and all but ASCII. */
export const PLAIN = 0;
export const SPACE = 1;
export const DELIMITER = 2;
export const LINE_FEED = 3;
export const CARRIAGE_RETURN = 4;
export const ODD = 5;

/** By byte, what it means. */
export function meaningsOf(delimiter: string): Uint8Array {
  const meanings = new Uint8Array(256).fill(ODD);
  meanings.fill(PLAIN, 0x21, 0x7f);
  meanings[0x20] = SPACE;
  meanings[0x22] = ODD;
  meanings[0x5c] = ODD;
  meanings[0x0a] = LINE_FEED;
  meanings[0x0d] = CARRIAGE_RETURN;
  meanings[delimiter.charCodeAt(0)] = DELIMITER;
  return meanings;
}
