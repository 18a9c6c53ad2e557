/** Longer than any address of this site, and short enough to check quickly. */
const LONGEST_ADDRESS = 4096;

/**
 * What a path of ours never holds, once decoded: an empty name, a name that begins with a dot (hidden
 * files and the way up among them), a backslash, a control character.
 */
// oxlint-disable-next-line no-control-regex
const UNWANTED = /\/\/|\/\.|[\\\u0000-\u001f\u007f]/;

/** Whether an address is longer than any that is answered. */
export const isOverlong = (address: string): boolean => address.length > LONGEST_ADDRESS;

/**
 * The decoded path of a request's address, without its query; null if it is not in plain form.
 * Nothing is normalized: no address of this site needs it.
 */
export function plainPath(address: string): string | null {
  const [encoded = ""] = address.split("?", 1);
  // Whoever decodes an encoded slash would get another path.
  if (!encoded.startsWith("/") || /%2f/i.test(encoded) || encoded.includes("#")) return null;
  try {
    const path = decodeURIComponent(encoded);
    return UNWANTED.test(path) ? null : path;
  } catch {
    return null;
  }
}
