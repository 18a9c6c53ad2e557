/**
 * Names of files and people may contain characters that move a terminal's cursor or reverse its
 * text.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\uFFFD");
