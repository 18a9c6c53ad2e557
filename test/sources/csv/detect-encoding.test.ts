import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectEncoding } from "../../../functions/sources/csv/detect-encoding.ts";
import { cut, utf8 } from "../read-export.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const little = (text: string) => Buffer.from(text, "utf16le");
const big = (text: string) => Buffer.from(text, "utf16le").swap16();

function detected(chunks: readonly Uint8Array[]) {
  const detector = detectEncoding();
  for (const chunk of chunks) detector.push(chunk);
  return detector.end();
}

describe("detectEncoding", () => {
  it.each([
    ["nothing", [], "utf-8", "plain-ascii", 0],
    ["plain letters", [utf8("name\nAnn\n")], "utf-8", "plain-ascii", 0],
    ["accents", [utf8("name\nZoë\n")], "utf-8", "valid-utf-8", 0],
    ["a mark", [utf8("\uFEFFname\nAnn\n")], "utf-8", "byte-order-mark", 0],
    ["accents of an older system", [latin("name\nZoë\nAnn\n")], "windows-1252", "not-utf-8", 0],
    ["one line of another system", [utf8("Zoë\n"), latin("Zoë\n")], "utf-8", "some-lines-utf-8", 1],
    [
      "a last line cut off",
      [utf8("Zoë\n"), utf8("Zoë").slice(0, -1)],
      "utf-8",
      "some-lines-utf-8",
      1,
    ],
    ["one line that is cut off", [utf8("Zoë").slice(0, -1)], "windows-1252", "not-utf-8", 0],
    [
      "a mark and no line that keeps it",
      [utf8("\uFEFFname\r\n"), latin("Zoë\r\nRené\rRené\n")],
      "utf-8",
      "byte-order-mark",
      3,
    ],
    ["UTF-16 with its mark", [little("\uFEFFname")], "utf-16le", "byte-order-mark", 0],
    ["UTF-16 the other way round", [big("\uFEFFname")], "utf-16be", "byte-order-mark", 0],
    ["UTF-16 without its mark", [little("name,day\r\n")], "utf-16le", "nul-pattern", 0],
    ["UTF-16 the other way round without", [big("name,day\r\n")], "utf-16be", "nul-pattern", 0],
    ["too little to tell", [little("id\n")], "utf-8", "plain-ascii", 0],
    ["zeros", [new Uint8Array(64)], "utf-8", "plain-ascii", 0],
    ["a NUL in a cell", [utf8("name,day\nA\u0000n,1\n")], "utf-8", "plain-ascii", 0],
    ["letters that are mostly not plain", [little("Имя,день\n")], "utf-8", "plain-ascii", 0],
  ] as const)("tells of %s", (_what, chunks, encoding, because, windows1252Lines) => {
    const bytes = Buffer.concat(chunks);
    const expected = { encoding, because, windows1252Lines };
    expect(detected([bytes])).toEqual(expected);
    expect(detected([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  it("counts the lines of the other encoding, however the file is cut", () => {
    const line = fc.constantFrom(
      { bytes: utf8("Ann"), isOther: false },
      { bytes: utf8("Zoë"), isOther: false },
      { bytes: latin("Zoë"), isOther: true },
    );
    const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, lineEnd), { maxLength: 12 }),
        fc.array(fc.nat(60), { maxLength: 5 }),
        (lines, places) => {
          const all = lines.flatMap(([{ bytes }, end]) => [bytes, utf8(end)]);
          const { windows1252Lines } = detected(
            cut(Buffer.concat([utf8("\uFEFFé\n"), ...all]), places),
          );
          expect(windows1252Lines).toBe(lines.filter(([{ isOther }]) => isOther).length);
        },
      ),
    );
  });
});
