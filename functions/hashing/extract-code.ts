import { createHmac } from "node:crypto";

/** Crockford's Base 32: no letter that can be mistaken for a digit or for another letter. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_BYTES = 10;
const SEPARATOR = "\u001f";

/**
 * The pseudonym of a student in one extract, 16 characters: the first 80 bits of an HMAC-SHA256 of
 * the student's random number, under a key that only this extract has. It does not depend on
 * anything in the student's records (34 CFR 99.31(b)(2)), and it cannot be used to join two
 * extracts.
 */
export function extractCode(
  key: Uint8Array,
  extract: string,
  entity: "student",
  surrogate: string,
): string {
  const text = ["ilp-extract/v1", extract, entity, surrogate].join(SEPARATOR);
  const bytes = createHmac("sha256", key).update(text).digest().subarray(0, CODE_BYTES);
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let code = "";
  for (let digit = 0; digit < (CODE_BYTES * 8) / 5; digit++) {
    code = (DIGITS[Number(rest & 31n)] ?? "") + code;
    rest >>= 5n;
  }
  return code;
}
