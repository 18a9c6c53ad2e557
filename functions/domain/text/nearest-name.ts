import { foldedName } from "./folded-name.ts";

/**
 * The known name that was probably meant: at most one letter in four is wrong, left out, added or
 * swapped with its neighbor. Null if no name is that similar, since a bad guess misleads.
 */
export function nearestName(name: string, names: Iterable<string>): string | null {
  const bare = bareName(name);
  let nearest: string | null = null;
  let least = Infinity;
  for (const candidate of names) {
    const other = bareName(candidate);
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
 * A list of up to this many names is shown in full; of a longer one, only the most similar names.
 */
const SHORT_LIST = 12;
const MOST_NEAREST = 5;

/** The names to try instead of an unknown one, as the end of a message. */
export function namesToTry(name: string, candidates: readonly string[]): string {
  const names = [...new Set(candidates)];
  if (names.length === 0) return "there are none to choose from";
  return names.length <= SHORT_LIST
    ? `use one of: ${names.join(", ")}`
    : `the nearest of ${names.length} are: ${nearestNames(name, names).join(", ")}`;
}

/** The nearest of the known names: by their letters, by their words in any order, or by one of their words. */
function nearestNames(name: string, names: readonly string[]): readonly string[] {
  const [bare, sorted] = [bareName(name), sortedWords(name)];
  return names
    .map((candidate) => ({
      candidate,
      distance: Math.min(
        editDistance(bare, bareName(candidate)),
        editDistance(sorted, sortedWords(candidate)),
        ...wordsOf(candidate).map((word) => editDistance(bare, word) + 1),
      ),
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NEAREST)
    .map(({ candidate }) => candidate);
}

const wordsOf = (name: string): readonly string[] =>
  foldedName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const sortedWords = (name: string): string => [...wordsOf(name)].sort().join("");

/** Only the letters and digits of a name, since people vary the rest. */
function bareName(name: string): string {
  const folded = foldedName(name);
  const bare = folded.replace(/[^\p{L}\p{N}]/gu, "");
  return bare === "" ? folded : bare;
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbor to turn one text
 * into the other: the restricted distance of Damerau (1964), by Wagner and Fischer's table (1974).
 */
export function editDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let least = Math.min(
        costAt(last, column) + 1,
        costAt(next, column - 1) + 1,
        costAt(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && isSwap) least = Math.min(least, costAt(before, column - 2) + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return costAt(last, to.length);
}

const costAt = (row: readonly number[], column: number): number => row[column] ?? Infinity;
