/**
 * Column names as people and systems vary them: case, blanks, underscores and other punctuation do
 * not count, so that `Student ID`, `student_id` and `StudentId` are one name.
 */
export function nameKey(name: string): string {
  const key = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return key === "" ? name.trim().toLowerCase() : key;
}

/**
 * The positions of a column: those of the first of its names that the header has; empty if it has
 * none.
 */
export function placesOf(names: readonly string[], header: readonly string[]): readonly number[] {
  const keys = keysOf(header);
  for (const name of names) {
    const key = nameKey(name);
    const places: number[] = [];
    for (const [place, other] of keys.entries()) if (other === key) places.push(place);
    if (places.length > 0) return places;
  }
  return [];
}

/** The keys of a header are needed once per column. */
const KEYS = new WeakMap<readonly string[], readonly string[]>();

export function keysOf(header: readonly string[]): readonly string[] {
  let keys = KEYS.get(header);
  if (keys === undefined) KEYS.set(header, (keys = header.map(nameKey)));
  return keys;
}

/**
 * Names that the header has more than once: in each record, the first cell that is not empty
 * counts.
 */
export function repeatedNames(header: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return header.filter((name) => {
    const key = nameKey(name);
    if (key === "" || !seen.has(key)) {
      seen.add(key);
      return false;
    }
    return true;
  });
}

/** The first of the cells that is not empty. */
export function cellAt(cells: readonly string[], places: readonly number[]): string {
  for (const place of places) {
    const value = cells[place]?.trim() ?? "";
    if (value !== "") return value;
  }
  return "";
}
