import { describe, expect, it } from "vitest";
import type { ReportLayout } from "../../../../functions/reports/state/definitions/report-definition.ts";
import { encoded } from "../../../../functions/reports/state/write/encoded.ts";

const layout = (more: object): ReportLayout => more as ReportLayout;
const MARK = [0xef, 0xbb, 0xbf];

describe("the encoding of a file", () => {
  it.each([
    ["ASCII", { kind: "delimited", encoding: "ascii" }, "a~", [97, 126]],
    ["UTF-8", { kind: "delimited", encoding: "utf-8" }, "é", [0xc3, 0xa9]],
    ["UTF-8 with its mark", { kind: "delimited", encoding: "utf-8-with-mark" }, "a", [...MARK, 97]],
    ["of fixed width ASCII", { kind: "fixed", encoding: "ascii" }, "a", [97]],
    ["of JSON UTF-8", { kind: "json-lines" }, "é", [0xc3, 0xa9]],
    ["of a worksheet UTF-8 with its mark", { kind: "worksheet" }, "a", [...MARK, 97]],
  ])("is %s", (_what, of, text, bytes) => {
    expect([...encoded(layout(of), text)]).toEqual(bytes);
  });

  it("never turns a letter into another that ASCII has", () => {
    expect(() => encoded(layout({ kind: "fixed", encoding: "ascii" }), "Sánchez")).toThrow(
      "a value is not in ASCII, and the layout asks for it",
    );
  });
});
