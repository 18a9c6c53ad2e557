import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textDecoder, type Encoding } from "../../../functions/sources/csv/encoding.ts";
import { readChunks } from "../read-defect.ts";
import { cut, encodingOf, readRecords, utf8 } from "../read-export.ts";

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

describe("a file of any encoding", () => {
  it.each(CASES)("finds %s %s, however the bytes are split", (encoding, _name, bytes) => {
    expect(encodingOf([bytes])).toBe(encoding);
    expect(encodingOf([...bytes].map((byte) => Uint8Array.of(byte)))).toBe(encoding);
  });

  it.each(CASES)("lets %s %s be read to the same records", (_encoding, _name, bytes) => {
    const expected = { header: ["name", "day"], records: [["Renée", "1"]], fault: null };
    expect(readRecords([bytes])).toEqual(expected);
    expect(readRecords([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  it.each([
    ["no mark", []],
    ["a mark", [0xef, 0xbb, 0xbf]],
  ])("of two encodings and %s is read record by record", (_mark, mark) => {
    const bytes = Buffer.concat([
      Uint8Array.from(mark),
      utf8("name,day\nRenée,1\n"),
      latin("Zo\u00eb,2\n"),
      utf8('"O’Brien\nZoë",3\n'),
      // Undefined in Windows-1252, and no UTF-8 either.
      Uint8Array.of(0x81, 0x2c, 0x34, 0x0a),
    ]);
    const expected = {
      header: ["name", "day"],
      records: [
        ["Renée", "1"],
        ["Zoë", "2"],
        ["O’Brien\nZoë", "3"],
        ["\u0081", "4"],
      ],
      fault: null,
    };
    for (let place = 0; place < bytes.length; place++) {
      expect(readRecords(cut(bytes, [place]))).toEqual(expected);
    }
  });
});

describe("the property of reading", () => {
  const NAMES = ["Zoë", "René", "Given", "O’Brien", "Žofie", "Ann\u00a0Lee", "Zo\u00fc\u00bf"];
  const WINDOWS_1252 = new Map([
    ["’", 0x92],
    ["Ž", 0x8e],
  ]);
  const windows1252 = (text: string): Uint8Array =>
    Uint8Array.from(text, (letter) => WINDOWS_1252.get(letter) ?? letter.charCodeAt(0));
  const HEADER = "studentUniqueId,firstName,middleName,lastSurname,birthDate";
  const textOf = (names: readonly string[], lineEnd: string): string =>
    [HEADER, ...names.map((name, index) => `${7001 + index},${name},,Family,2007-03-01`), ""].join(
      lineEnd,
    );
  const ENCODED: readonly (readonly [string, (text: string) => Uint8Array])[] = [
    ["UTF-8", utf8],
    ["UTF-8 with its mark", (text) => utf8(`\uFEFF${text}`)],
    ["Windows-1252", windows1252],
    ["UTF-16LE", (text) => utf16(`\uFEFF${text}`, true)],
    ["UTF-16BE", (text) => utf16(`\uFEFF${text}`, false)],
    ["UTF-16LE without its mark", (text) => utf16(text, true)],
    ["UTF-16BE without its mark", (text) => utf16(text, false)],
  ];
  const names = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 12 });
  const lineEnds = fc.constantFrom("\n", "\r\n", "\r");
  const cuts = fc.array(fc.nat(2_000), { maxLength: 5 });
  const rowsOf = (chunks: readonly Uint8Array[]) => readChunks("students.csv", chunks).rows;

  it.each(ENCODED)(
    "is the same for a copy in %s, with any line ends, however it is cut",
    (_, encode) => {
      fc.assert(
        fc.property(names, lineEnds, cuts, (given, lineEnd, places) => {
          const expected = rowsOf([utf8(textOf(given, "\n"))]);
          expect(expected).toHaveLength(given.length);
          expect(rowsOf(cut(encode(textOf(given, lineEnd)), places))).toEqual(expected);
        }),
        { numRuns: 60 },
      );
    },
  );

  it("is that one byte changes only its own record", () => {
    fc.assert(
      fc.property(
        names,
        lineEnds,
        cuts,
        fc.nat(),
        fc.constantFrom(0xe9, 0xff, 0x92, 0xc3),
        (given, lineEnd, places, index, byte) => {
          const before = utf8(textOf(given, lineEnd));
          const records = lines(before);
          const which = 1 + (index % given.length);
          const changed = records.map((line, place) => {
            // The first letter of the name, behind the identifier and its comma.
            if (place !== which) return line;
            const other = line.slice();
            other[5] = byte;
            return other;
          });
          const rows = rowsOf(cut(Buffer.concat(changed), places));
          const expected = rowsOf([before]);
          expect(rows).toHaveLength(expected.length);
          expect(rows.filter((_row, place) => place !== which - 1)).toEqual(
            expected.filter((_row, place) => place !== which - 1),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  const lines = (bytes: Uint8Array): readonly Uint8Array[] => {
    const all: Uint8Array[] = [];
    let from = 0;
    for (let cut = 0; cut < bytes.length; cut++) {
      if (bytes[cut] !== 0x0a && (bytes[cut] !== 0x0d || bytes[cut + 1] === 0x0a)) continue;
      all.push(bytes.slice(from, cut + 1));
      from = cut + 1;
    }
    return all;
  };
});

describe("textDecoder", () => {
  it("makes one line feed of a line end that two chunks share", () => {
    const decoder = textDecoder("utf-8");
    const chunks = cut(utf8("a\r\nb\rc\r"), [2, 3, 5]);
    expect(chunks.map((chunk) => decoder.push(chunk)).join("") + decoder.end()).toBe("a\nb\nc\n");
  });

  it.each(["windows-1252", "utf-8"] as const)(
    "reads the curly quotation mark and the euro of Windows-1252 as %s",
    (encoding) => {
      const decoder = textDecoder(encoding);
      expect(decoder.push(Uint8Array.of(0x92, 0x80)) + decoder.end()).toBe("’€");
    },
  );

  it("drops a byte order mark at the beginning and keeps one further on", () => {
    for (const places of [[], [3], [5], [1, 2, 4]]) {
      const decoder = textDecoder("utf-8");
      const chunks = cut(utf8("\uFEFFa\n\uFEFFb\n"), places);
      const text = chunks.map((chunk) => decoder.push(chunk)).join("") + decoder.end();
      expect(text).toBe("a\n\uFEFFb\n");
    }
  });

  it("reads Windows-1252 throughout where that is stated, also what could be UTF-8", () => {
    const decoder = textDecoder("windows-1252");
    expect(decoder.push(Uint8Array.of(0xc3, 0xab, 0x0a)) + decoder.end()).toBe("Ã«\n");
  });
});
