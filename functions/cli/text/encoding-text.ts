import type { Inspection } from "../../sources/inspect/inspect-file.ts";
import { twoEncodings } from "../../sources/csv/two-encodings.ts";

const ENCODING_NAMES: { readonly [encoding in Inspection["encoding"]]: string } = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16, little-endian",
  "utf-16be": "UTF-16, big-endian",
  "windows-1252": "Windows-1252",
};
const ENCODING_REASONS: { readonly [because in Inspection["encodingBecause"]]: string } = {
  "byte-order-mark": "the byte order mark at its beginning says so",
  "plain-ascii": "all of it is plain ASCII",
  "nul-pattern": "every other byte is NUL, though it has no byte order mark",
  "valid-utf-8": "all of it is valid UTF-8",
  "some-lines-utf-8": "lines of it are valid UTF-8",
  "not-utf-8": "some of it is not valid UTF-8",
  "stated-by-profile": "the profile says so",
};

/**
 * How a file is encoded, how that was recognized, and which parts of it are encoded differently.
 */
export function encodingLines(file: Inspection): readonly string[] {
  const { encoding, encodingBecause, windows1252Lines, bytes } = file;
  const nul = `${bytes.nulCharacters.toLocaleString("en-US")} NUL characters: no export should hold them; if there are many, save the file as UTF-8`;
  return [
    `${ENCODING_NAMES[encoding]}: ${ENCODING_REASONS[encodingBecause]}`,
    ...(windows1252Lines === 0 ? [] : [twoEncodings(windows1252Lines)]),
    ...(bytes.nulCharacters === 0 ? [] : [nul]),
  ];
}
