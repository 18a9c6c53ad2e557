import { createHash } from "node:crypto";

/** The hash that names some content: the first 32 hexadecimal digits of its SHA-256. */
export const contentHash = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex").slice(0, 32);
};
