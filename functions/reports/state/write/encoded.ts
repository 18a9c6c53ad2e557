import type { ReportLayout } from "../definitions/report-definition.ts";
import { BYTE_ORDER_MARK } from "../../spreadsheet-csv.ts";

/** Text in the encoding of a layout. @throws where ASCII is asked for and the text holds more */
export function encoded(layout: ReportLayout, text: string): Uint8Array {
  const encoding =
    "encoding" in layout
      ? layout.encoding
      : layout.kind === "worksheet"
        ? "utf-8-with-mark"
        : "utf-8";
  // oxlint-disable-next-line no-control-regex -- ASCII is what is asked for
  if (encoding === "ascii" && !/^[\x00-\x7f]*$/.test(text)) {
    throw new Error("a value is not in ASCII, and the layout asks for it");
  }
  const marked = encoding === "utf-8-with-mark" ? BYTE_ORDER_MARK + text : text;
  return new TextEncoder().encode(marked);
}
