import { nameKey } from "./header.ts";

/**
 * The known name that a name was probably meant to be: at most one letter in four typed wrong, left
 * out, added or swapped with its neighbour. Null where none is as near, since a far guess misleads.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const bare = nameKey(name);
  let nearest: string | null = null;
  let least = Infinity;
  for (const candidate of known) {
    const other = nameKey(candidate);
    const allowed = Math.floor(Math.max(bare.length, other.length) / 4);
    if (Math.abs(bare.length - other.length) > Math.min(allowed, least)) continue;
    const distance = editDistance(bare, other);
    if (distance <= allowed && distance < least) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one
 * text of the other: the restricted distance of Damerau (1964), by Wagner and Fischer's table (1974).
 */
export function editDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let least = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && isSwap) least = Math.min(least, at(before, column - 2) + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return at(last, to.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
