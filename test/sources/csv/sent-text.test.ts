import { describe, expect, it } from "vitest";
import { sentText } from "../../../functions/sources/csv/sent-text.ts";

describe("the text of a file that is given to a command", () => {
  it.each([
    ["UTF-8", Buffer.from("a,é\n", "utf8")],
    ["UTF-16 with its mark", Buffer.from("\ufeffa,é\n", "utf16le")],
    ["Windows-1252", Buffer.from("a,\u00e9\n", "latin1")],
  ])("is read in %s", (_encoding, bytes) => {
    expect(sentText("list.csv", bytes)).toEqual({ text: "a,é\n" });
  });

  it("is none of a workbook, and says what it is", () => {
    const workbook = Buffer.from("PK\u0003\u0004............", "latin1");
    expect(sentText("list.xlsx", workbook)).toEqual({
      because: expect.stringContaining("zip archive"),
    });
  });
});
