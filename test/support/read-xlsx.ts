import { strFromU8, unzipSync } from "fflate";

/** A cell of a sheet as its XML has it: its type (`s` text, `b` yes or no, none a number), value and style. */
export interface XlsxCell {
  readonly type: string | null;
  readonly value: string;
  readonly style: string | null;
}

/** Reads a workbook back, without the package that wrote it: the cells of its first sheet by address, and the XML of its parts. */
export function readXlsx(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const part = (name: string): string => strFromU8(files[name]!);
  const strings = [
    ...part("xl/sharedStrings.xml").matchAll(/<si><t([^>]*)>([^<]*)<\/t><\/si>/g),
  ].map(([, attributes, text]) => {
    // A reader may drop blanks at the ends of a text that does not ask to keep them.
    const kept = attributes?.includes('xml:space="preserve"') ? text! : text!.trim();
    return plain(kept);
  });
  const sheet = part("xl/worksheets/sheet1.xml");
  const cells: { [address: string]: XlsxCell } = {};
  for (const [, attributes, content] of sheet.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/g)) {
    const given = new Map(
      [...attributes!.matchAll(/(\w+)="([^"]*)"/g)].map(([, n, v]) => [n!, v!]),
    );
    const value = /<v>(.*?)<\/v>/.exec(content ?? "")?.[1] ?? "";
    const type = given.get("t") ?? null;
    cells[given.get("r")!] = {
      type,
      value: type === "s" ? strings[Number(value)]! : value,
      style: given.get("s") ?? null,
    };
  }
  return { cells, sheet, part };
}

/** The text of an element: entities of XML, and the way in which Office Open XML writes other characters. */
const plain = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
