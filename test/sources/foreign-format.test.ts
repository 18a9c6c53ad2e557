import { describe, expect, it } from "vitest";
import { zipSync } from "fflate";
import { foreignFormat } from "../../functions/sources/foreign-format.ts";
import { utf8 } from "./read-export.ts";

const is = (bytes: Uint8Array) => foreignFormat(bytes)?.is ?? null;

describe("foreignFormat", () => {
  it.each([
    ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "old Excel"],
    ["a gzip archive", Uint8Array.of(0x1f, 0x8b, 8, 0), "gzip"],
    ["a PDF", utf8("%PDF-1.7\n"), "PDF"],
    ["a workbook", zipSync({ "[Content_Types].xml": utf8("<x/>") }), "an Excel workbook"],
    ["a zip of another name", zipSync({ "plans.csv": utf8("a,b\n") }), "a zip archive"],
    ["nothing at all", utf8(""), "empty"],
    ["blank lines", utf8("\ufeff\n\r\n \n"), "empty"],
    ["a JSON array", utf8(' [\n  {"plan_id": 1}]'), "a JSON array"],
    ["a web page", utf8("<!DOCTYPE html><html>"), "web page"],
  ])("tells %s", (_what, bytes, wanted) => {
    expect(is(bytes)).toContain(wanted);
  });

  it.each(["plan_id,student_id\n", "[plan],[student]\n", '{"plan_id": 1}\n', "PKs,BZs\n"])(
    "leaves %j to the profiles",
    (text) => {
      expect(is(utf8(text))).toBeNull();
    },
  );
});
