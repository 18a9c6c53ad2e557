import { BANDS, bandKeys } from "./band-keys.ts";
import { isCloser, isNearCopy, overlapOf, type Overlap } from "./jaccard.ts";
import { shingleSets, textHash } from "./shingles.ts";

/**
 * Per text the number of its leader: the text that it is a near copy of, or its own number. A text is
 * compared with leaders only, so that a chain of small changes does not make one cluster of
 * everything. The text that was there first leads: so a text that comes later can join a cluster and
 * changes nothing that was said of an earlier day. Candidates come from MinHash and locality
 * sensitive hashing, and each is verified by its Jaccard similarity over pairs of words.
 * The result does not depend on the order of the texts.
 * @param texts distinct, words separated by one blank
 */
export function nearCopies(texts: readonly string[], first: FirstUses): Uint32Array {
  const sets = shingleSets(texts);
  const leaders = leaderIndex(bandKeys(sets));
  const leaderOf = new Uint32Array(texts.length);
  for (const text of inOrderOfUse(texts, first)) {
    let closest: { readonly leader: number; readonly overlap: Overlap } | null = null;
    for (const leader of leaders.candidates(text)) {
      const overlap = overlapOf(sets, text, leader);
      if (!isNearCopy(overlap)) continue;
      if (closest === null || isCloser(overlap, closest.overlap)) closest = { leader, overlap };
    }
    leaderOf[text] = closest?.leader ?? text;
    if (closest === null) leaders.add(text);
  }
  return leaderOf;
}

/** When each text was first used, and by how many students on that day. */
export interface FirstUses {
  /** Sort by time; empty if unknown, which counts as earliest. */
  readonly days: readonly string[];
  readonly students: ArrayLike<number>;
}

/** By the first day, of one day by the number of students, then in an order that only the texts decide. */
function inOrderOfUse(texts: readonly string[], { days, students }: FirstUses): Uint32Array {
  const hashes = Uint32Array.from(texts, textHash);
  const byText = (a: number, b: number): number => ((texts[a] ?? "") < (texts[b] ?? "") ? -1 : 1);
  return Uint32Array.from(texts, (_, index) => index).sort(
    (a, b) =>
      compareDays(days[a] ?? "", days[b] ?? "") ||
      (students[b] ?? 0) - (students[a] ?? 0) ||
      (hashes[a] ?? 0) - (hashes[b] ?? 0) ||
      byText(a, b),
  );
}

const compareDays = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

interface LeaderIndex {
  add(text: number): void;
  /** Leaders that agree with a text in a band, in the order in which they became leaders, each once. */
  candidates(text: number): readonly number[];
}

/** A hash table over the bands of leaders, its chains in arrays: an entry is a leader's band, and 0 ends a chain. */
function leaderIndex(keys: Uint32Array): LeaderIndex {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(keys.length, 2)));
  const heads = new Uint32Array(slots);
  const nexts = new Uint32Array(keys.length + 1);
  const askedBy = new Uint32Array(keys.length / BANDS);
  const slotOf = (entry: number): number => (keys[entry] ?? 0) & (slots - 1);
  return {
    add(text) {
      for (let entry = text * BANDS; entry < (text + 1) * BANDS; entry++) {
        const slot = slotOf(entry);
        nexts[entry + 1] = heads[slot] ?? 0;
        heads[slot] = entry + 1;
      }
    },
    candidates(text) {
      const leaders: number[] = [];
      for (let entry = text * BANDS; entry < (text + 1) * BANDS; entry++) {
        const key = keys[entry];
        for (let link = heads[slotOf(entry)] ?? 0; link > 0; link = nexts[link] ?? 0) {
          const leader = Math.floor((link - 1) / BANDS);
          if (keys[link - 1] !== key || askedBy[leader] === text + 1) continue;
          askedBy[leader] = text + 1;
          leaders.push(leader);
        }
      }
      return leaders;
    },
  };
}
