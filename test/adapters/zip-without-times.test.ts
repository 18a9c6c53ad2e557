import { zipSync, unzipSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { zipWithoutTimes } from "../../functions/adapters/zip-without-times.ts";

const files = { "a.xml": strToU8("<a/>"), "b/c.xml": strToU8("<c>".repeat(500)) };
const zipOf = (mtime: string): Uint8Array => zipSync(files, { mtime });

describe("zipWithoutTimes", () => {
  it("gives equal bytes for equal content, whenever it was zipped", () => {
    const [first, later] = ["2021-08-23T08:00:00Z", "2022-05-20T15:30:10Z"].map(zipOf);
    expect(first).not.toEqual(later);
    expect(zipWithoutTimes(first!)).toEqual(zipWithoutTimes(later!));
  });

  it("leaves the content as it is", () => {
    expect(unzipSync(zipWithoutTimes(zipOf("2022-05-20T15:30:10Z")))).toEqual(files);
  });

  it.each([
    ["nothing", new Uint8Array(0)],
    ["text", strToU8("no zip at all, and long enough for an end")],
  ])("refuses %s", (_what, bytes) => {
    expect(() => zipWithoutTimes(bytes)).toThrow("expected a zip");
  });
});
