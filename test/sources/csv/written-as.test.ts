import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasUtf8Mark, wholeUtf8, writtenAs } from "../../../functions/sources/csv/written-as.ts";
import { utf8 } from "../read-export.ts";

/** What a decoder that refuses says, which knows nothing of ours. */
function decoded(bytes: Uint8Array) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.length === bytes.length ? "ascii" : "utf-8";
  } catch {
    return "not-utf-8";
  }
}

describe("writtenAs", () => {
  it("agrees with a strict decoder on every two bytes", () => {
    for (let first = 0; first < 256; first++) {
      for (let second = 0; second < 256; second++) {
        const bytes = Uint8Array.of(first, second);
        if (writtenAs(bytes, 0, 2) !== decoded(bytes)) expect([first, second]).toBe("told apart");
      }
    }
  });

  it("agrees with a strict decoder on characters cut and changed", () => {
    const edges = [0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed];
    const byte = fc.constantFrom(...edges, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff);
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 6 }), fc.nat(5), (bytes, from) => {
        const part = Uint8Array.from(bytes).subarray(from);
        expect(writtenAs(Uint8Array.from(bytes), Math.min(from, bytes.length), bytes.length)).toBe(
          decoded(part),
        );
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("wholeUtf8", () => {
  it.each([
    ["", 0],
    ["a", 1],
    ["aë", 3],
    ["a’", 4],
    ["a\u{1f600}", 5],
  ])("keeps %j whole and cuts before what is begun", (text, whole) => {
    const bytes = utf8(text);
    expect(wholeUtf8(bytes)).toBe(whole);
    for (let length = 2; length < bytes.length; length++) {
      expect(wholeUtf8(bytes.subarray(0, length))).toBe(1);
    }
  });
});

describe("hasUtf8Mark", () => {
  it.each([
    [[0xef, 0xbb, 0xbf], true],
    [[0xef, 0xbb], false],
    [[0xef, 0xbb, 0xbe], false],
  ])("of %j is %s", (bytes, is) => {
    expect(hasUtf8Mark(Uint8Array.from(bytes))).toBe(is);
  });
});
