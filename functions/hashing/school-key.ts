import { contentHash } from "./content-hash.ts";

const LONGEST = 120;

/**
 * A school's id as a part of an object key. An export may write anything into an id: slashes, dots
 * and long ids must not become folders, or names that a file system refuses.
 */
export function schoolKey(school: string): string {
  const encoded = encodeURIComponent(school).replaceAll(".", "%2E");
  return encoded.length <= LONGEST ? encoded : contentHash(school);
}
