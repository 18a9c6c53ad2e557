import { TABLE } from "../../layout.ts";
import { type ItemKey, MalformedCursor } from "../../pipeline/ports.ts";

/** Where a page ended, as text that a caller hands back and need not understand. */
export const cursorOf = ({ partition, sort }: ItemKey): string =>
  Buffer.from(JSON.stringify({ [TABLE.partition]: partition, [TABLE.sort]: sort })).toString(
    "base64url",
  );

/**
 * The key after which a page begins; null at the beginning. A cursor comes back from outside, so it is
 * checked against the query it is used with: it can go on in that query's partition and nowhere else.
 *
 * @throws MalformedCursor
 */
export function startAfter(
  cursor: string | null,
  partition: string,
  begins: string,
): ItemKey | null {
  if (cursor === null) return null;
  const key = textsOf(cursor);
  const sort = key?.[TABLE.sort];
  if (
    key === null ||
    Object.keys(key).length !== 2 ||
    key[TABLE.partition] !== partition ||
    sort?.startsWith(begins) !== true
  ) {
    throw new MalformedCursor();
  }
  return { partition, sort };
}

/** The cursor's key attributes; null when it is not an object of texts. */
function textsOf(cursor: string): Record<string, string> | null {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof key !== "object" || key === null) return null;
  const entries = Object.entries(key);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string"))
    return null;
  return Object.fromEntries(entries);
}
