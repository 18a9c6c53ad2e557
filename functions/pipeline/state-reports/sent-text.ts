import { detectEncoding } from "../../sources/csv/detect-encoding.ts";
import { textDecoder } from "../../sources/csv/encoding.ts";
import { foreignFormat, foreignMessage, TELLING_BYTES } from "../../sources/csv/foreign-format.ts";
import { NotPossible } from "../not-possible.ts";

/**
 * The text of a file that somebody gives to a command, in whatever encoding.
 * @throws NotPossible for a file that is no text, such as a workbook
 */
export function sentText(name: string, bytes: Uint8Array): string {
  const foreign = foreignFormat(bytes.subarray(0, TELLING_BYTES), name);
  if (foreign !== null) throw new NotPossible(foreignMessage(foreign));
  const detector = detectEncoding();
  detector.push(bytes);
  const decoder = textDecoder(detector.end().encoding);
  return decoder.push(bytes) + decoder.end();
}
