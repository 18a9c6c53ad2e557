import { describe, expect, it } from "vitest";
import { headText, statedEncoding } from "../../../functions/sources/read/file-head.ts";
import { HEAD_BYTES } from "../../../functions/sources/read/recognize.ts";
import { cut, utf8 } from "../read-export.ts";

const MARK = utf8("\uFEFFid\n");
const WIDE = Buffer.from("id\n", "utf16le");
const PLAIN = utf8("id\n");

describe("statedEncoding", () => {
  it.each([
    ["utf-8", undefined, PLAIN, "utf-8"],
    ["windows-1252", undefined, PLAIN, "utf-8"],
    ["utf-8", "windows-1252", PLAIN, "windows-1252"],
    ["windows-1252", "windows-1252", PLAIN, "windows-1252"],
    ["utf-8", "windows-1252", MARK, "utf-8"],
    ["windows-1252", "utf-8", PLAIN, "utf-8"],
    ["utf-8", "utf-16le", WIDE, "utf-16le"],
    ["utf-8", "utf-16le", PLAIN, "utf-8"],
    ["windows-1252", "utf-16le", WIDE, "utf-8"],
    ["utf-16be", "utf-16le", WIDE, "utf-16be"],
    ["utf-16le", "windows-1252", WIDE, "utf-16le"],
  ] as const)("of %s where %s is stated", (detected, stated, head, decoded) => {
    expect(statedEncoding(detected, stated, [head])).toBe(decoded);
    expect(statedEncoding(detected, stated, cut(head, [1, 2]))).toBe(decoded);
  });
});

describe("headText", () => {
  it("is the whole of a short file, with its last line", () => {
    expect(headText(cut(utf8("a\r\nZoë"), [2, 6]), "utf-8")).toBe("a\nZoë");
  });

  it("is cut between two characters, so that a cut one turns no line", () => {
    const bytes = utf8(`ë,${"x".repeat(HEAD_BYTES - 4)}ëëë\n`);
    const expected = `ë,${"x".repeat(HEAD_BYTES - 4)}`;
    expect(headText([bytes], "utf-8")).toBe(expected);
    expect(headText(cut(bytes, [1, 5, HEAD_BYTES]), "windows-1252")).toBe(expected);
  });

  it.each(["utf-16le", "utf-16be"] as const)("leaves no half of a character of %s", (encoding) => {
    const text = `${"x".repeat(HEAD_BYTES / 2 - 1)}\u{1f600}`;
    const little = Buffer.from(text, "utf16le");
    const bytes = encoding === "utf-16le" ? little : Buffer.from(little).swap16();
    expect(headText([bytes], encoding)).toBe("x".repeat(HEAD_BYTES / 2 - 1));
  });
});
