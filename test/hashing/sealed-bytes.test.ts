import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sealed, unsealed } from "../../functions/hashing/sealed-bytes.ts";

describe("sealed bytes", () => {
  it("come back as they were, none included", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Buffer.from(unsealed(sealed(bytes)) ?? "no").equals(bytes)).toBe(true);
      }),
    );
  });

  it("come back as nothing once they are cut off anywhere, or one bit of them is another", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(), (bytes, place) => {
        const all = sealed(bytes);
        expect(unsealed(all.subarray(0, place % all.length))).toBe(null);
        const other = all.slice();
        other[place % all.length] = (other[place % all.length] ?? 0) ^ 4;
        expect(unsealed(other)).toBe(null);
      }),
    );
  });
});
