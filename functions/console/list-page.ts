/** A page of a list that is made anew with each look, so that a place in it is a number. */
interface ListPage<T> {
  readonly shown: readonly T[];
  /** Hand it back to go on; null at the end. */
  readonly next: string | null;
}

/**
 * The page that begins where the one before ended; null where no page of this list ended there.
 * @param after the `next` of the page before; null for the first
 */
export function listPage<T>(
  all: readonly T[],
  after: string | null,
  size: number,
): ListPage<T> | null {
  const from = after === null ? 0 : Number(after);
  if (!Number.isInteger(from) || from < 0 || from > all.length) return null;
  const next = from + size;
  return { shown: all.slice(from, next), next: next < all.length ? String(next) : null };
}
