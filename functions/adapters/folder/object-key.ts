/**
 * What a key may be, so that every store takes the same keys and a key can name no place outside
 * its bucket: segments joined by `/`, none of them empty, `.` or `..`.
 */
export function checkKey(key: string): void {
  const fault = faultOf(key, key.split("/"));
  if (fault !== null) throw new Error(`key ${JSON.stringify(key)} ${fault}`);
}

/** A prefix is the beginning of a key: its last segment may be cut anywhere, even to nothing. */
export function checkPrefix(prefix: string): void {
  const fault = faultOf(prefix, prefix.split("/").slice(0, -1));
  if (fault !== null) throw new Error(`prefix ${JSON.stringify(prefix)} ${fault}`);
}

/** The limits of S3 for a key, and of file systems for a name. */
const LONGEST_KEY = 1024;
const LONGEST_SEGMENT = 255;

/** Control characters stand in no name that anyone meant, and S3 cannot list them. */
const UNWANTED = /[\\\p{Cc}\p{Surrogate}]/u;

function faultOf(text: string, segments: readonly string[]): string | null {
  if (UNWANTED.test(text)) {
    return "holds a backslash, a control character or half a character: expected none";
  }
  if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) {
    return 'has an empty, "." or ".." segment: expected names joined by single slashes';
  }
  if (Buffer.byteLength(text) > LONGEST_KEY) {
    return `is longer than ${LONGEST_KEY} bytes`;
  }
  if (segments.some((segment) => Buffer.byteLength(segment) > LONGEST_SEGMENT)) {
    return `has a segment longer than ${LONGEST_SEGMENT} bytes`;
  }
  return null;
}
