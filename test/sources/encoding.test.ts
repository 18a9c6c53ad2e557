import { describe, expect, it } from "vitest";
import { textDecoder, type Encoding } from "../../functions/sources/encoding.ts";
import { cut, encodingOf, readRecords, utf8 } from "./read-export.ts";

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittle);
  }
  return bytes;
};
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const CASES: readonly (readonly [Encoding, string, Uint8Array])[] = [
  ["utf-8", "of plain letters", utf8("name,day\nRenée,1\n")],
  ["utf-8", "with a byte order mark", utf8("\uFEFFname,day\nRenée,1\n")],
  ["utf-16le", "as Excel writes Unicode text", utf16("\uFEFFname,day\nRenée,1\n", true)],
  ["utf-16be", "with its byte order mark", utf16("\uFEFFname,day\nRenée,1\n", false)],
  ["windows-1252", "of an older system", latin("name,day\nRen\u00e9e,1\n")],
];

describe("detectEncoding", () => {
  it.each(CASES)("finds %s %s, however the bytes are split", (encoding, _name, bytes) => {
    expect(encodingOf([bytes])).toBe(encoding);
    expect(encodingOf([...bytes].map((byte) => Uint8Array.of(byte)))).toBe(encoding);
  });

  it.each(CASES)("lets %s %s be read to the same records", (_encoding, _name, bytes) => {
    const expected = { header: ["name", "day"], records: [["Renée", "1"]], fault: null };
    expect(readRecords([bytes])).toEqual(expected);
    expect(readRecords([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  it("takes a file for Windows-1252 for one byte that is not UTF-8, even the last", () => {
    expect(encodingOf([utf8("Renée,1\n"), Uint8Array.of(0x92)])).toBe("windows-1252");
    expect(encodingOf([utf8("Renée").slice(0, -2)])).toBe("windows-1252");
  });

  it("takes an empty file for UTF-8", () => {
    expect(encodingOf([])).toBe("utf-8");
    expect(encodingOf([new Uint8Array(0)])).toBe("utf-8");
  });
});

describe("textDecoder", () => {
  it("makes one line feed of a line end that two chunks share", () => {
    const decoder = textDecoder("utf-8");
    const chunks = cut(utf8("a\r\nb\rc\r"), [2, 3, 5]);
    expect(chunks.map((chunk) => decoder.push(chunk)).join("") + decoder.end()).toBe("a\nb\nc\n");
  });

  it("reads the curly quotation mark and the euro of Windows-1252", () => {
    const decoder = textDecoder("windows-1252");
    expect(decoder.push(Uint8Array.of(0x92, 0x80)) + decoder.end()).toBe("’€");
  });
});
