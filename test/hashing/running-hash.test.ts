import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runningHash } from "../../functions/hashing/running-hash.ts";

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const beginning = (bytes: Uint8Array) => ({
  sha256: sha256Of(bytes),
  bytes: bytes.length,
});

describe("runningHash", () => {
  it("finds the longest file that the bytes go on from, however they come in chunks", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.array(fc.nat(310), { maxLength: 5 }),
        fc.array(fc.nat(300), { maxLength: 4 }),
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 3 }),
        (bytes, cuts, lengths, others) => {
          const files = [...lengths.map((length) => bytes.slice(0, length)), ...others];
          const hash = runningHash(files.map(beginning));
          const places = [0, ...cuts, bytes.length].sort((a, b) => a - b);
          places.slice(1).forEach((until, nth) => hash.push(bytes.subarray(places[nth], until)));
          const begun = files
            .filter(({ length }) => length < bytes.length)
            .filter((file) => Buffer.from(file).equals(bytes.subarray(0, file.length)))
            .map(({ length }) => length);
          const { sha256, beginsWith } = hash.end();
          expect(sha256).toBe(sha256Of(bytes));
          expect(beginsWith?.bytes ?? -1).toBe(Math.max(-1, ...begun));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("goes on from no file that is as long, or has one other byte", () => {
    const bytes = Uint8Array.from({ length: 64 }, (_, index) => index);
    const other = bytes.slice(0, 40).fill(9, 39);
    const hash = runningHash([beginning(bytes), beginning(other)]);
    hash.push(bytes);
    expect(hash.end()).toEqual({ sha256: sha256Of(bytes), beginsWith: null });
  });
});
