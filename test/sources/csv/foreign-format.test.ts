import { describe, expect, it } from "vitest";
import { zipSync } from "fflate";
import { foreignFormat } from "../../../functions/sources/csv/foreign-format.ts";
import { utf8 } from "../read-export.ts";

const is = (bytes: Uint8Array, name = "plans.csv") => foreignFormat(bytes, name)?.is ?? null;

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
    ["a table of a web page", utf8("\n<table border=1>"), "web page"],
    ["a page with a note before it", utf8("<!-- made at night -->\n<html>"), "web page"],
    ["a tar archive", utf8(`plans.csv${"\0".repeat(248)}ustar`), "tar archive"],
    ["an xz archive", Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00), "an xz archive"],
    ["an image", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "an image"],
    ["a program", utf8("MZ\u0090\0").filter((byte) => byte !== 0xc2), "unpacks itself"],
  ])("tells %s", (_what, bytes, wanted) => {
    expect(is(bytes)).toContain(wanted);
  });

  it("never says to give a name that is not true", () => {
    const zip = foreignFormat(zipSync({ "plans.csv": utf8("a,b\n") }), "plans.csv");
    expect(zip?.remedy).toBe("Unpack it and send what is inside.");
  });

  it("tells of a file named .zip that it is none, unless its bytes say what it is", () => {
    expect(is(utf8("dish,price\n"), "menu.ZIP")).toBe("no zip archive, though it is named so");
    expect(is(utf8("%PDF-1.7\n"), "menu.zip")).toBe("a PDF document");
    expect(is(utf8(""), "menu.zip")).toBe("empty");
  });

  it.each([
    "plan_id,student_id\n",
    "[plan],[student]\n",
    '{"plan_id": 1}\n',
    "PKs,BZs\n",
    "MZ,a\n",
    "<5,>5\n",
  ])("leaves %j to the profiles", (text) => {
    expect(is(utf8(text))).toBeNull();
  });
});
