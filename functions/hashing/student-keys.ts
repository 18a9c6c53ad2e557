import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from "node:crypto";

/** How an address of the console names a student. */
export interface StudentKeys {
  /** The key of a student, always the same: only letters, digits, `-` and `_`. */
  readonly keyOf: (student: string) => string;
  /** The student of a key; null if the key was not made under this secret. */
  readonly studentOf: (key: string) => string | null;
}

/**
 * The length in bytes of the check, and the step in which keys grow, so that a key does not reveal
 * the length of its id.
 */
const BLOCK = 16;
/** Follows the id, so that its end is found again (ISO/IEC 9797-1, padding method 2). */
const END = 0x80;

/**
 * Names a student in an address without the id. A key is the id encrypted under its own authentication
 * code (a synthetic initialization vector, as RFC 5297 describes it, with HMAC-SHA256 and AES-256 in
 * counter mode): equal ids give equal keys, so that an address can be kept and sent to a colleague, and
 * without the district's secret nobody can make a key or turn one back.
 * @param secret 32 random bytes of the district
 */
export function studentKeys(secret: Uint8Array): StudentKeys {
  const checking = derived(secret, "check");
  const hiding = derived(secret, "hide");
  const checkOf = (padded: Uint8Array): Buffer =>
    createHmac("sha256", checking).update(padded).digest().subarray(0, BLOCK);
  return {
    keyOf(student) {
      const padded = paddedText(student);
      const check = checkOf(padded);
      const cipher = createCipheriv("aes-256-ctr", hiding, check);
      return Buffer.concat([check, cipher.update(padded), cipher.final()]).toString("base64url");
    },
    studentOf(key) {
      const bytes = Buffer.from(key, "base64url");
      // The decoder ignores characters that are not letters of a key.
      if (bytes.length < 2 * BLOCK || bytes.toString("base64url") !== key) return null;
      const check = bytes.subarray(0, BLOCK);
      const cipher = createDecipheriv("aes-256-ctr", hiding, check);
      const padded = Buffer.concat([cipher.update(bytes.subarray(BLOCK)), cipher.final()]);
      if (!timingSafeEqual(check, checkOf(padded))) return null;
      return padded.subarray(0, padded.lastIndexOf(END)).toString("utf8");
    },
  };
}

const derived = (secret: Uint8Array, use: string): Buffer =>
  createHmac("sha256", secret).update(`ilp-student-key/v1/${use}`).digest();

function paddedText(text: string): Uint8Array {
  const bytes = Buffer.from(text, "utf8");
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = END;
  return padded;
}
