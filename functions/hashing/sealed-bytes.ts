import { createHash } from "node:crypto";

const SEAL_BYTES = 16;

/** Bytes behind the first half of their SHA-256, so that whoever reads them sees that they are whole. */
export function sealed(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(SEAL_BYTES + bytes.length);
  all.set(sealOf(bytes));
  all.set(bytes, SEAL_BYTES);
  return all;
}

/** What `sealed` was given; null where it is not these bytes any more. */
export function unsealed(all: Uint8Array): Uint8Array | null {
  const bytes = all.subarray(SEAL_BYTES);
  return sealOf(bytes).equals(all.subarray(0, SEAL_BYTES)) ? bytes : null;
}

const sealOf = (bytes: Uint8Array): Buffer =>
  createHash("sha256").update(bytes).digest().subarray(0, SEAL_BYTES);
