/** Longer than any address of ours, and short enough to look at. */
const LONGEST_ADDRESS = 4096;

/**
 * What a path of ours never holds, once decoded: an empty name, a name that begins with a dot (hidden
 * files and the way up among them), a backslash, a control character.
 */
// eslint-disable-next-line no-control-regex
const UNWANTED = /\/\/|\/\.|[\\\u0000-\u001f\u007f]/;

/** Whether an address is longer than any that is answered. */
export const isOverlong = (address: string): boolean => address.length > LONGEST_ADDRESS;

/**
 * The path of an address as a request carries it, decoded, without its query; null for one that
 * nothing here has. Nobody tidies it first: a path that would have to be tidied is one of these.
 */
export function plainPath(address: string): string | null {
  const [encoded = ""] = address.split("?", 1);
  // An encoded slash would be another path to whoever decodes it.
  if (!encoded.startsWith("/") || /%2f/i.test(encoded) || encoded.includes("#")) return null;
  try {
    const path = decodeURIComponent(encoded);
    return UNWANTED.test(path) ? null : path;
  } catch {
    return null;
  }
}
