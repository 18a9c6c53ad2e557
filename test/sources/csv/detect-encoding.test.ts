import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectEncoding } from "../../../functions/sources/csv/detect-encoding.ts";
import { LONGEST_LINE } from "../../../functions/sources/csv/whole-lines.ts";
import { writtenAs } from "../../../functions/sources/csv/written-as.ts";
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

  it("finds what a look at each line by itself finds, of any bytes in any chunks", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }),
        fc.array(fc.nat(80), { maxLength: 6 }),
        (pieces, places) => {
          const bytes = Buffer.concat(pieces);
          const expected = lineByLine(bytes);
          kinds.add(`${expected.because} ${expected.windows1252Lines > 0}`);
          expect(detected(cut(bytes, places))).toEqual(expected);
        },
      ),
      { numRuns: 2_000, seed: 17 },
    );
    expect([...kinds].sort()).toEqual([
      "byte-order-mark false",
      "byte-order-mark true",
      "not-utf-8 false",
      "plain-ascii false",
      "some-lines-utf-8 true",
      "valid-utf-8 false",
    ]);
  });

  it.each([
    ["a character across two chunks", "é", 1],
    ["a character of four bytes across two chunks", "😀", 3],
  ])("knows %s", (_what, character, cutAt) => {
    const whole = Buffer.from(`id\n${"a".repeat(2_000)}${character}\n`);
    const middle = whole.length - 1 - utf8(character).length + cutAt;
    const chunks = [whole.subarray(0, middle), whole.subarray(middle)];
    expect(detected(chunks)).toEqual(lineByLine(whole));
  });

  it("judges a line that is too long in pieces", () => {
    const long = Buffer.concat([
      Buffer.alloc(LONGEST_LINE - 1, "a"),
      utf8("é"),
      Buffer.alloc(LONGEST_LINE, "a"),
      latin("é\n"),
    ]);
    const expected = { encoding: "utf-8", because: "some-lines-utf-8", windows1252Lines: 1 };
    expect(detected([long])).toEqual(expected);
    expect(detected([long.subarray(0, LONGEST_LINE), long.subarray(LONGEST_LINE)])).toEqual(
      expected,
    );
  });
});

/** What files are made of: text of both encodings, line ends, and bytes that begin or end no character. */
const PIECES = [
  ...["a", "Zoë", "😀", "\uFEFF", "\n", "\r\n", "\r", "\n\n", "abc,".repeat(300)].map((text) =>
    Buffer.from(text),
  ),
  latin("Zoë"),
  ...[[0xc3], [0xa9], [0xf0, 0x9f], [0x98, 0x80], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xff]].map(
    (bytes) => Buffer.from(bytes),
  ),
];

/** Of a file that is not UTF-16, by its lines one after another. */
function lineByLine(bytes: Buffer): ReturnType<typeof detected> {
  const lines = bytes.toString("latin1").match(/[^\r\n]*(?:[\r\n]|$)/g) ?? [];
  const written = lines.map((line) => writtenAs(latin(line), 0, line.length));
  const hasUtf8 = written.includes("utf-8");
  const others = written.filter((kind) => kind === "not-utf-8").length;
  if (bytes.subarray(0, 3).equals(utf8("\uFEFF"))) {
    return { encoding: "utf-8", because: "byte-order-mark", windows1252Lines: others };
  }
  if (others === 0) {
    const because = hasUtf8 ? "valid-utf-8" : "plain-ascii";
    return { encoding: "utf-8", because, windows1252Lines: 0 };
  }
  return hasUtf8
    ? { encoding: "utf-8", because: "some-lines-utf-8", windows1252Lines: others }
    : { encoding: "windows-1252", because: "not-utf-8", windows1252Lines: 0 };
}
