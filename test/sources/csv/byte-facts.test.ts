import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteFacts, hasMixedLineEnds } from "../../../functions/sources/csv/byte-facts.ts";
import { cut, utf8 } from "../read-export.ts";

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittle);
  }
  return bytes;
};

function factsOf(chunks: readonly Uint8Array[]) {
  const reader = byteFacts();
  for (const chunk of chunks) reader.push(chunk);
  return reader.end();
}

describe("byteFacts", () => {
  it.each([
    ["plain letters", utf8("a,b\n1,2\n"), "utf-8", "plain-ascii"],
    ["a byte order mark", utf8("\uFEFFa,b\n"), "utf-8", "byte-order-mark"],
    ["accents", utf8("Renée\n"), "utf-8", "valid-utf-8"],
    ["accents of an older system", Uint8Array.of(0x52, 0xe9, 0x0a), "windows-1252", "not-utf-8"],
    ["UTF-16 as Excel writes it", utf16("\uFEFFa\n", true), "utf-16le", "byte-order-mark"],
    ["UTF-16 the other way round", utf16("\uFEFFa\n", false), "utf-16be", "byte-order-mark"],
    ["UTF-16 without its mark", utf16("name\n", true), "utf-16le", "nul-pattern"],
    ["two encodings", Uint8Array.of(0xc3, 0xab, 0x0a, 0xe9, 0x0a), "utf-8", "some-lines-utf-8"],
    ["nothing", new Uint8Array(0), "utf-8", "plain-ascii"],
  ])("says of %s what the encoding is and how that was decided", (_, bytes, encoding, because) => {
    expect(factsOf([bytes])).toMatchObject({ bytes: bytes.length, encoding, because });
  });

  it.each([
    ["UTF-8", utf8],
    ["little-endian UTF-16", (text: string) => utf16(`\uFEFF${text}`, true)],
    ["big-endian UTF-16", (text: string) => utf16(`\uFEFF${text}`, false)],
  ])("counts the line ends and NUL characters of %s, however it is cut", (_, encode) => {
    const piece = fc.constantFrom("a", "\n", "\r\n", "\r\n", "\u010a", "\u0d0a", "\u0000");
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.array(fc.nat(60), { maxLength: 4 }),
        (pieces, places) => {
          const facts = factsOf(cut(encode(pieces.join("")), places));
          const of = (wanted: string) => pieces.filter((piece) => piece === wanted).length;
          expect(facts.lineEnds).toEqual({
            lineFeeds: of("\n"),
            pairs: of("\r\n"),
            carriageReturns: 0,
          });
          expect(facts.nulCharacters).toBe(of("\u0000"));
        },
      ),
    );
  });

  it("counts the lines of another encoding, and line ends of UTF-16 without its mark", () => {
    expect(factsOf([Uint8Array.of(0xc3, 0xab, 0x0a, 0xe9, 0x0a)]).windows1252Lines).toBe(1);
    for (const isLittle of [true, false]) {
      const facts = factsOf(cut(utf16("name\r\nAnn\r\n", isLittle), [1, 9, 14]));
      expect(facts.lineEnds).toEqual({ lineFeeds: 0, pairs: 2, carriageReturns: 0 });
      expect(facts.nulCharacters).toBe(0);
    }
  });

  it("tells carriage returns alone from pairs, and files that mix line ends", () => {
    const old = factsOf([utf8("a\rb\r")]).lineEnds;
    expect(old).toEqual({ lineFeeds: 0, pairs: 0, carriageReturns: 2 });
    expect(hasMixedLineEnds(old)).toBe(false);
    const mixed = factsOf([utf8("a\r\nb\nc\r")]).lineEnds;
    expect(mixed).toEqual({ lineFeeds: 1, pairs: 1, carriageReturns: 1 });
    expect(hasMixedLineEnds(mixed)).toBe(true);
  });
});
