/** The message about a file in UTF-8 that has lines in another encoding. */
export const twoEncodings = (windows1252Lines: number): string =>
  `${windows1252Lines === 1 ? "1 line is not UTF-8 and was" : `${windows1252Lines.toLocaleString("en-US")} lines are not UTF-8 and were`} read as Windows-1252: look for names with accents, and export the file in one encoding.`;
