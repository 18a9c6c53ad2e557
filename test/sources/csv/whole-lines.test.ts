import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachLine, LONGEST_LINE, wholeLines } from "../../../functions/sources/csv/whole-lines.ts";
import { cut, utf8 } from "../read-export.ts";

function linesOf(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
  const lineBytes: Uint8Array[] = [];
  const lines = wholeLines((bytes) => {
    eachLine(bytes, (from, until) => lineBytes.push(bytes.slice(from, until)));
  });
  for (const chunk of chunks) lines.push(chunk);
  lines.end();
  return lineBytes;
}

describe("wholeLines", () => {
  it("gives the same lines however the bytes are cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "bc", "\n", "\r\n", "\r"), { maxLength: 20 }),
        fc.array(fc.nat(30), { maxLength: 6 }),
        (pieces, places) => {
          const text = pieces.join("");
          const texts = linesOf(cut(utf8(text), places)).map((line) =>
            Buffer.from(line).toString(),
          );
          expect(texts).toEqual(text.match(/[^\r\n]*[\r\n]|[^\r\n]+$/g) ?? []);
        },
      ),
    );
  });

  it.each([
    ["as long as may be", LONGEST_LINE, "x", [LONGEST_LINE + 1, 2]],
    ["longer by one", LONGEST_LINE + 1, "x", [LONGEST_LINE, 2, 2]],
    ["longer by a character of two bytes", LONGEST_LINE, "ë", [LONGEST_LINE, LONGEST_LINE + 1, 2]],
    ["cut within a character", LONGEST_LINE - 1, "xë", [LONGEST_LINE - 1, 4, 2]],
  ])("cuts a line %s at the same place, however the bytes are cut", (_, length, filler, wanted) => {
    const line = filler === "xë" ? `${"x".repeat(length)}ëy` : filler.repeat(length);
    const bytes = utf8(`${line}\nb\n`);
    for (const places of [[], [1], [LONGEST_LINE - 1], [LONGEST_LINE], [LONGEST_LINE + 1]]) {
      expect(linesOf(cut(bytes, places)).map((line) => line.length)).toEqual(wanted);
    }
  });

  it("keeps a copy of what waits, since the chunk may be used again", () => {
    const texts: string[] = [];
    const lines = wholeLines((bytes) => texts.push(Buffer.from(bytes).toString()));
    const chunk = utf8("ab");
    lines.push(chunk);
    chunk.fill(0x7a);
    lines.end();
    expect(texts).toEqual(["ab"]);
  });
});
