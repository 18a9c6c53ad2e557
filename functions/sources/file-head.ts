import { textDecoder, type Encoding } from "./encoding.ts";
import { HEAD_BYTES } from "./recognise.ts";

/** The first of the text: of the same length however the file came in chunks. */
export function headText(head: readonly Uint8Array[], encoding: Encoding): string {
  const decoder = textDecoder(encoding);
  let left = HEAD_BYTES;
  let text = "";
  for (const bytes of head) {
    text += decoder.push(bytes.subarray(0, left));
    left = Math.max(left - bytes.length, 0);
  }
  return text;
}

/**
 * The encoding that the kind states, which no detection can know: UTF-16 without a byte order mark,
 * or Windows-1252 that happens to be valid UTF-8. A mark wins, and so do bytes that are no UTF-8.
 */
export function statedEncoding(
  detected: Encoding,
  stated: Encoding | undefined,
  [first]: readonly Uint8Array[],
): Encoding {
  const hasMark = first !== undefined && first[0] === 0xef && first[1] === 0xbb;
  return stated === undefined || detected !== "utf-8" || hasMark ? detected : stated;
}
