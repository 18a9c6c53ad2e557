import { detectEncoding } from "./detect-encoding.ts";
import { textDecoder } from "./encoding.ts";
import { foreignFormat, foreignMessage, TELLING_BYTES } from "./foreign-format.ts";

/** The text of a file that somebody gives to a command, in whatever encoding; why it has none where it is, say, a workbook. */
export function sentText(
  name: string,
  bytes: Uint8Array,
): { readonly text: string } | { readonly because: string } {
  const foreign = foreignFormat(bytes.subarray(0, TELLING_BYTES), name);
  if (foreign !== null) return { because: foreignMessage(foreign) };
  const detector = detectEncoding();
  detector.push(bytes);
  const decoder = textDecoder(detector.end().encoding);
  return { text: decoder.push(bytes) + decoder.end() };
}
