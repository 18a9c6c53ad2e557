import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { extractCode } from "../../functions/hashing/extract-code.ts";

const key = Uint8Array.from({ length: 32 }, (_, index) => index);
const surrogate = "0f8fad5b-d9cb-469f-a165-70867728950e";

it("is the code of the reference, in Crockford's Base 32 of the first 80 bits", () => {
  expect(extractCode(key, "EXT-2025-001", "student", surrogate)).toBe("0VF6WMA53FCCNJ8E");
});

it("rests on the HMAC of RFC 4231", () => {
  const digest = createHmac("sha256", Buffer.alloc(20, 0x0b)).update("Hi There").digest("hex");
  expect(digest).toBe("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
});

it("is another in another extract, and under another key", () => {
  const codes = [
    extractCode(key, "EXT-2025-001", "student", surrogate),
    extractCode(key, "EXT-2025-002", "student", surrogate),
    extractCode(Uint8Array.from(key).reverse(), "EXT-2025-001", "student", surrogate),
  ];
  expect(new Set(codes).size).toBe(3);
  expect(codes.map((code) => code.length)).toEqual([16, 16, 16]);
});
