/**
 * What a file is that no profile can read because it has no table as text: in words for its sender.
 */
export interface ForeignFormat {
  readonly is: string;
  readonly remedy: string;
}

/** The first bytes of a file that show its format. */
export const TELLING_BYTES = 512;

const EXPORT_AS_CSV = "Export each table as a CSV file, and send those.";
const UNPACK = "Unpack it and send what is inside.";

/** Signatures of the formats that come in place of exports; the first that fits is named. */
const SIGNATURES: readonly (ForeignFormat & { readonly bytes: readonly number[] })[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: "", remedy: "" },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    is: "an old Excel workbook or another Office document",
    remedy: EXPORT_AS_CSV,
  },
  { bytes: [0x1f, 0x8b], is: "a gzip archive", remedy: UNPACK },
  { bytes: [0x42, 0x5a, 0x68], is: "a bzip2 archive", remedy: UNPACK },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], is: "a 7-Zip archive", remedy: UNPACK },
  { bytes: [0x52, 0x61, 0x72, 0x21], is: "a RAR archive", remedy: UNPACK },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], is: "an xz archive", remedy: UNPACK },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], is: "a Zstandard archive", remedy: UNPACK },
  {
    bytes: [0x4d, 0x5a, 0x90, 0x00],
    is: "a program, such as an archive that unpacks itself",
    remedy: UNPACK,
  },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], is: "a PDF document", remedy: EXPORT_AS_CSV },
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: "an image", remedy: EXPORT_AS_CSV },
  { bytes: [0xff, 0xd8, 0xff], is: "an image", remedy: EXPORT_AS_CSV },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], is: "a text document (RTF)", remedy: EXPORT_AS_CSV },
  { bytes: [0x50, 0x41, 0x52, 0x31], is: "a Parquet file", remedy: EXPORT_AS_CSV },
  {
    bytes: [...new TextEncoder().encode("SQLite format 3")],
    is: "an SQLite database",
    remedy: EXPORT_AS_CSV,
  },
];
/** Where a tar archive says that it is one. */
const TAR = { at: 257, text: "ustar" };

/**
 * What the first bytes of a file that no profile knows say it is; null where it may be text with a
 * table in it.
 * @param name as its sender wrote it: it may promise what the bytes are not
 */
export function foreignFormat(first: Uint8Array, name: string): ForeignFormat | null {
  const signature = SIGNATURES.find(({ bytes }) =>
    bytes.every((byte, index) => first[index] === byte),
  );
  if (signature !== undefined) return signature.is === "" ? zipped(first) : signature;
  const text = new TextDecoder("windows-1252").decode(first).replace(/^\u00ef\u00bb\u00bf/, "");
  if (text.startsWith(TAR.text, TAR.at)) return { is: "a tar archive", remedy: UNPACK };
  const begins = text.trimStart();
  if (begins === "") {
    return {
      is: "empty",
      remedy: "Export it again. If the problem remains, check the export's filter.",
    };
  }
  if (/^\[\s*([{[\]]|$)/.test(begins)) {
    return {
      is: "a JSON array",
      remedy:
        "Write one document per line (JSON Lines), without the brackets and commas around them.",
    };
  }
  if (/^\{\s*"[^"]*"\s*:\s*\[\s*\{/.test(begins)) {
    return {
      is: "a JSON document with a list in it",
      remedy: "Write one item of the list per line (JSON Lines), without the text around the list.",
    };
  }
  if (/^<(?:!--|(?:!doctype|html|head|body|table|div|meta|script|style)\b)/i.test(begins)) {
    return { is: "a web page", remedy: OPEN_IT };
  }
  if (/^<\?xml/i.test(begins)) return { is: "XML or a web page", remedy: EXPORT_AS_CSV };
  return /\.zip$/i.test(name)
    ? { is: "no zip archive, though it is named so", remedy: DOWNLOAD_AGAIN }
    : null;
}

/** Error pages and pages to sign in on are saved in place of an export, and reports as pages. */
const OPEN_IT =
  "Open it in a browser: if it shows an error or asks to sign in, download the export again; if it shows the report, export that as CSV.";
const DOWNLOAD_AGAIN =
  "Download or export it again; if it is a CSV file, name it .csv and send that.";

/** A zip of another name, or within a zip: Office writes its documents as zips too. */
function zipped(first: Uint8Array): ForeignFormat {
  const names = new TextDecoder("windows-1252").decode(first);
  return /\[Content_Types\]|xl\/|_rels\/|mimetype/.test(names)
    ? { is: "an Excel workbook or another office document", remedy: EXPORT_AS_CSV }
    : { is: "a zip archive, though it is not named so", remedy: UNPACK };
}

/** In one sentence about the file. */
export const foreignMessage = ({ is, remedy }: ForeignFormat): string => `It is ${is}. ${remedy}`;
