import { grouped } from "../../domain/text/grouped.ts";
import { compareText } from "../../domain/text/compare-text.ts";

/** A goal whose beginning is compared. */
export interface BegunGoal {
  /** The number of its plan. */
  readonly plan: number;
  /** Empty where none is named. */
  readonly author: string;
  /** In lower case; equal where a declared beginning is. */
  readonly words: readonly string[];
  /** The goal with names, numbers and dates masked. */
  readonly whole: string;
  /** How many of the words come before the first name, number or date. */
  readonly unmasked: number;
  /** Its first words as they are written. */
  readonly begunAs: (length: number) => string;
  /** What follows its first words, with names, numbers and dates masked. */
  readonly restAfter: (length: number) => string;
}

/** How many plans there are, and how many authors; null where the share of authors is not asked for. */
export interface Sizes {
  readonly plans: number;
  readonly authors: number | null;
}

export interface Beginning {
  /** As most of the goals write it. */
  readonly text: string;
  readonly plans: number;
  readonly authors: number;
  /** In how many different ways goals go on after it. */
  readonly continuations: number;
}

/** Fewer words begin goals of every kind. */
const FEWEST_WORDS = 4;

/**
 * The longest beginnings that are in more than 20 percent of plans, used by more than 50 percent of
 * authors and go on in varied ways; the most frequent first. A shorter one is proposed instead if it
 * is all that without them too: then the form ends there, and students often go on alike.
 */
export function longestBeginnings(goals: readonly BegunGoal[], sizes: Sizes): readonly Beginning[] {
  let longest: readonly FrequentBeginning[] = [];
  for (const beginning of frequentBeginnings(withoutCommonGoals(goals, sizes), sizes)) {
    if (!isVaried(beginning)) continue;
    const longer = longest.filter(({ key }) => key.startsWith(`${beginning.key} `));
    const inLonger = new Set(longer.flatMap((of) => of.goals));
    const others = beginning.goals.filter((goal) => !inLonger.has(goal));
    if (longer.length > 0 && !isFrequent(others, sizes)) continue;
    longest = [...longest.filter((of) => !longer.includes(of)), beginning];
  }
  return longest.map(toBeginning).sort((a, b) => b.plans - a.plans || compareText(a.text, b.text));
}

/** Words that begin the goals of enough plans and authors. */
interface FrequentBeginning {
  readonly key: string;
  readonly length: number;
  readonly goals: readonly BegunGoal[];
}

/** The longest first. */
function frequentBeginnings(
  goals: readonly BegunGoal[],
  sizes: Sizes,
): readonly FrequentBeginning[] {
  const frequent: FrequentBeginning[] = [];
  let longer = goals;
  // What begins a frequent beginning is frequent itself, so each length goes on with the goals of the one before.
  for (let length = FEWEST_WORDS; longer.length > 0; length++) {
    const begun = grouped(
      longer.filter(({ unmasked }) => unmasked >= length),
      ({ words }) => words.slice(0, length).join(" "),
    );
    const ofLength = [...begun].flatMap(([key, own]) =>
      isFrequent(own, sizes) ? [{ key, length, goals: own }] : [],
    );
    frequent.push(...ofLength);
    longer = ofLength.flatMap((beginning) => beginning.goals);
  }
  return frequent.reverse();
}

function isFrequent(goals: readonly BegunGoal[], sizes: Sizes): boolean {
  if (!isInManyPlans(goals, sizes)) return false;
  return sizes.authors === null || authorsOf(goals) * 2 > sizes.authors;
}

/** More than 20 percent. */
const isInManyPlans = (goals: readonly BegunGoal[], { plans }: Sizes): boolean =>
  goals.length * 5 > plans && plansOf(goals) * 5 > plans;

const plansOf = (goals: readonly BegunGoal[]): number =>
  new Set(goals.map(({ plan }) => plan)).size;

const authorsOf = (goals: readonly BegunGoal[]): number =>
  new Set(goals.map(({ author }) => author).filter((author) => author !== "")).size;

/** A goal that many plans have as a whole is no beginning of theirs. */
function withoutCommonGoals(goals: readonly BegunGoal[], sizes: Sizes): readonly BegunGoal[] {
  return [...grouped(goals, ({ whole }) => whole).values()]
    .filter((same) => !isInManyPlans(same, sizes))
    .flat();
}

/** Whether no continuation, the end of the goal among them, is that of more than half of the goals. */
function isVaried({ goals, length }: FrequentBeginning): boolean {
  const byRest = grouped(goals, ({ restAfter }) => restAfter(length));
  return [...byRest.values()].every((same) => same.length * 2 <= goals.length);
}

function toBeginning({ goals, length }: FrequentBeginning): Beginning {
  const [mostly] = [...grouped(goals, ({ begunAs }) => begunAs(length))].sort(
    ([a, ofA], [b, ofB]) => ofB.length - ofA.length || compareText(a, b),
  );
  return {
    text: mostly?.[0] ?? "",
    plans: plansOf(goals),
    authors: authorsOf(goals),
    continuations: new Set(goals.map(({ restAfter }) => restAfter(length))).size,
  };
}
