import { textDecoder, type Encoding } from "../csv/encoding.ts";
import { HEAD_BYTES } from "./recognize.ts";
import { hasUtf8Mark, wholeUtf8 } from "../csv/written-as.ts";

/** The first of the text: of the same length however the file came in chunks. */
export function headText(chunks: readonly Uint8Array[], encoding: Encoding): string {
  const bytes = firstOf(chunks, HEAD_BYTES);
  const decoder = textDecoder(unlessStated(encoding));
  const isCut = bytes.length === HEAD_BYTES;
  const until = isCut ? wholeCharacters(bytes, encoding) : bytes.length;
  return decoder.push(bytes.subarray(0, until)) + decoder.end();
}

/**
 * The encoding to decode by: the one that the kind states, which no detection can know (UTF-16
 * without a byte order mark, or Windows-1252 that happens to be valid UTF-8), or line by line. A mark
 * wins, and so do bytes that cannot be what is stated.
 */
export function statedEncoding(
  detected: Encoding,
  stated: Encoding | undefined,
  head: readonly Uint8Array[],
): Encoding {
  const hasMark = hasUtf8Mark(firstOf(head, 3));
  const hasNul = head.some((bytes) => bytes.includes(0));
  return isStatedUsed(detected, stated, { hasMark, hasNul }) ? stated : unlessStated(detected);
}

/** Whether what the kind states is how the file is decoded. */
export function isStatedUsed(
  detected: Encoding,
  stated: Encoding | undefined,
  { hasMark, hasNul }: { readonly hasMark: boolean; readonly hasNul: boolean },
): stated is Encoding {
  if (stated === undefined || hasMark || isWide(detected)) return false;
  if (stated === "windows-1252") return true;
  // In UTF-16, delimiters and line ends have a NUL byte.
  return detected === "utf-8" && (stated === "utf-8" || hasNul);
}

/** A file in Windows-1252 is decoded line by line too: a ledger of before calls one so for a single byte. */
const unlessStated = (detected: Encoding): Encoding => (isWide(detected) ? detected : "utf-8");

const isWide = (encoding: Encoding): boolean => encoding === "utf-16le" || encoding === "utf-16be";

function firstOf(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && only.length >= length) return only.subarray(0, length);
  const first = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, length - offset);
    first.set(part, offset);
    offset += part.length;
  }
  return first.subarray(0, offset);
}

/** Removes the beginning of a character that is cut off. */
function wholeCharacters(bytes: Uint8Array, encoding: Encoding): number {
  if (!isWide(encoding)) return wholeUtf8(bytes);
  const last = (bytes[bytes.length - (encoding === "utf-16le" ? 1 : 2)] ?? 0) & 0xfc;
  return last === HIGH_SURROGATE ? bytes.length - 2 : bytes.length;
}

/** The upper byte of the first half of a character beyond U+FFFF. */
const HIGH_SURROGATE = 0xd8;
