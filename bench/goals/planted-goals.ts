import { seededRandom } from "../random.ts";

/** Goals with planted copies. Texts stand in the order of students, a few per student. */
export interface PlantedGoals {
  readonly texts: readonly string[];
  /** Pairs of goals that are near copies, by number: Jaccard 0.69 or 0.71 over pairs of words. */
  readonly nearPairs: readonly Pair[];
  /** Pairs that are similar and no near copies: Jaccard 0.50 or 0.58. */
  readonly farPairs: readonly Pair[];
  /** Per goal, 1 and up for goals of one pair or of one popular text, and 0 for a goal like no other. */
  readonly origins: Uint32Array;
}

type Pair = readonly [first: number, second: number];

/** The first names of the students in turn: some are also words. */
export const FIRST_NAMES = ["Maria", "Will", "Jamal", "Grace", "May", "Luz", "Chen", "Mark"];
export const GOALS_PER_STUDENT = 3;

const WORDS = 4_000;
const POPULAR_TEXTS = 400;
/** Of each hundred goals: copies of a popular text, near copies, and pairs just too different. */
const POPULAR = 30;
const NEAR = 20;
const FAR = 10;
/** A goal of 12 or 13 words that differ in one shares 9 of 13 or 10 of 14 pairs. */
const NEAR_LENGTHS = [12, 13];
/** One of 13 or 16 words that differ in two shares 8 of 16 or 11 of 19. */
const FAR_LENGTHS = [13, 16];

type Random = () => number;

/** The same goals for the same seed and count. */
export function plantedGoals(count: number, seed: number): PlantedGoals {
  const random = seededRandom(seed);
  const places = shuffled(count, random);
  const vocabulary = Array.from({ length: WORDS }, (_, index) => wordOf(index));
  const popular = Array.from({ length: POPULAR_TEXTS }, () => someWords(vocabulary, 9, random));
  const texts = new Array<string>(count).fill("");
  const origins = new Uint32Array(count);
  let used = 0;
  let origin = POPULAR_TEXTS;
  const put = (words: readonly string[], from: number): number => {
    const goal = places[used++] ?? 0;
    texts[goal] = sentence(words, goal, random);
    origins[goal] = from;
    return goal;
  };
  const pairs = (share: number, lengths: readonly number[], changes: number): Pair[] =>
    Array.from({ length: Math.floor((count * share) / 200) }, (_, index): Pair => {
      // Two words are before these: the student and "will".
      const words = someWords(vocabulary, (lengths[index % 2] ?? 12) - 2, random);
      origin++;
      return [put(words, origin), put(changed(words, changes, vocabulary, random), origin)];
    });
  const nearPairs = pairs(NEAR, NEAR_LENGTHS, 1);
  const farPairs = pairs(FAR, FAR_LENGTHS, 2);
  for (let copies = Math.floor((count * POPULAR) / 100); copies > 0; copies--) {
    const number = Math.floor(random() ** 2 * POPULAR_TEXTS);
    const amount = 80 + Math.floor(random() * 20);
    put([...(popular[number] ?? []), "to", `${amount}%`], number + 1);
  }
  while (used < count) put(someWords(vocabulary, 6 + Math.floor(random() * 10), random), 0);
  return { texts, nearPairs, farPairs, origins };
}

function shuffled(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** A word for each number, of syllables, so that none is a name, a pronoun or a month. */
function wordOf(index: number): string {
  let rest = index;
  let word = "k";
  for (let syllable = 0; syllable < 3; syllable++) {
    word += `${"aeiou"[rest % 5] ?? ""}${"bdgltvz"[Math.floor(rest / 5) % 7] ?? ""}`;
    rest = Math.floor(rest / 35);
  }
  return word;
}

/** Words as texts have them: some often, most seldom. */
const someWords = (vocabulary: readonly string[], length: number, random: Random): string[] =>
  Array.from({ length }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? "");

/** The words with some of them replaced, no two of these side by side and none at an end. */
function changed(
  words: readonly string[],
  changes: number,
  vocabulary: readonly string[],
  random: Random,
): readonly string[] {
  const copy = [...words];
  const step = Math.floor((words.length - 2) / changes);
  for (let change = 0; change < changes; change++) {
    const place = 1 + change * step + Math.floor(random() * Math.max(1, step - 1));
    copy[place] = `${vocabulary[Math.floor(random() * vocabulary.length)] ?? ""}x`;
  }
  return copy;
}

/** A goal as a student or somebody else writes it. */
function sentence(words: readonly string[], goal: number, random: Random): string {
  const name = FIRST_NAMES[Math.floor(goal / GOALS_PER_STUDENT) % FIRST_NAMES.length] ?? "";
  const subject = random() < 0.5 ? "I" : name;
  return `${subject} will ${words.join(" ")}.`;
}
