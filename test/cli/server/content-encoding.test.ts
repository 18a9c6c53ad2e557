import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  compress,
  encodingOf,
  isCompressible,
} from "../../../functions/cli/server/content-encoding.ts";

describe("the encoding of an answer", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["gzip;q=1.0, br;q=0.5", "gzip"],
    ["br;q=0.5, gzip;q=0.5", "br"],
    ["br;q=0, gzip", "gzip"],
    ["GZIP", "gzip"],
    ["*", "br"],
    ["*;q=0", null],
    ["gzip;q=0", null],
    ["gzip;q=none", null],
    ["deflate, zstd", null],
    ["identity", null],
    ["", null],
    [undefined, null],
  ])("for a browser that takes %j is %j", (accepted, encoding) => {
    expect(encodingOf(accepted)).toBe(encoding);
  });

  it("gives the bytes back", async () => {
    const bytes = Buffer.from("measure,school\r\n".repeat(500));
    const [br, gzip] = [await compress(bytes, "br"), await compress(bytes, "gzip")];
    expect(brotliDecompressSync(br).equals(bytes)).toBe(true);
    expect(gunzipSync(gzip).equals(bytes)).toBe(true);
    expect([br.length < 200, gzip.length < 200]).toEqual([true, true]);
  });
});

describe("an answer is worth compressing", () => {
  it.each([
    ["text/html; charset=utf-8", 1023, false],
    ["text/html; charset=utf-8", 1024, true],
    ["text/javascript; charset=utf-8", 5000, true],
    ["text/css; charset=utf-8", 5000, true],
    ["text/csv; charset=utf-8", 5000, true],
    ["application/json; charset=utf-8", 5000, true],
    ["application/vnd.apache.arrow.file", 5000, true],
    ["application/vnd.apache.arrow.stream", 5000, true],
    ["application/vnd.apache.parquet", 5000, false],
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 5000, false],
    ["application/octet-stream", 5000, false],
    ["image/png", 5000, false],
    ["", 5000, false],
  ])("as %s of %i bytes: %s", (type, size, isWorth) => {
    expect(isCompressible(type, size)).toBe(isWorth);
  });
});
