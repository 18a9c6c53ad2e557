import { grouped } from "../../domain/text/grouped.ts";
import {
  inUnsafeClass,
  SUPPRESSED,
  type ExtractRecord,
  type ResearchMinimums,
} from "./research-classes.ts";
import { suppressAtRandom } from "./suppress-at-random.ts";

/** A column by which a student could be found, and how it is recoded: past its last level it is left out. */
export interface QuasiIdentifier {
  readonly name: string;
  /** By level, what a bit that the next one loses is worth to research, compared with a bit of the others. */
  readonly worth: readonly number[];
  /** From the finest level on, what becomes of a value. */
  readonly codings: readonly ((value: string) => string)[];
}

/** By column, its generalization level; a column that is not here is at its finest, level 0. */
export type Levels = ReadonlyMap<string, number>;

/** A student before recoding: the finest values by column, and what nobody should learn. */
export interface ExtractStudent {
  readonly quasiIdentifiers: ReadonlyMap<string, string>;
  /** Null where nothing sensitive is published. */
  readonly sensitive: string | null;
  /** By column, from 0 to 1, under a secret: whose value is suppressed at random. */
  readonly chance: (column: string) => number;
}

/** What became of the students: the values that are published by student, null for one who is left out. */
export interface CoarsenedExtract {
  readonly levels: Levels;
  readonly published: readonly (ReadonlyMap<string, string> | null)[];
}

/** Up to this share of the students may have a value suppressed for a reason; where it would be more, the column is recoded. */
const MAY_BE_SUPPRESSED = 0.01;

/**
 * Recodes until every equivalence class is safe: first whole columns, the one first whose loss costs
 * research least, then single values are suppressed, and last students are left out (section 5.4 of
 * the statistics note; local suppression as in sdcMicro: a suppressed value may be any).
 *
 * @param fewest the fewest students of a value
 */
export function coarsenExtract(
  students: readonly ExtractStudent[],
  columns: readonly QuasiIdentifier[],
  start: Levels,
  minimums: ResearchMinimums,
  fewest: number,
): CoarsenedExtract {
  let levels = start;
  for (;;) {
    const present = columns.filter((column) => isIncluded(column, levels));
    const values = students.map(({ quasiIdentifiers }) => coded(quasiIdentifiers, present, levels));
    const rare = present.find(({ name }) => rareStudents(values, name, fewest) > most(students));
    const next =
      rare ??
      (unsafe(students, values, minimums).filter(Boolean).length > most(students)
        ? cheapest(values, present, levels, students)
        : undefined);
    if (next === undefined) {
      const published = suppressSingly(students, values, present, levels, minimums, fewest);
      return { levels, published };
    }
    levels = coarser(levels, next.name);
  }
}

export const coarser = (levels: Levels, column: string): Levels =>
  new Map([...levels, [column, (levels.get(column) ?? 0) + 1]]);

export const isIncluded = (
  { name, codings }: { readonly name: string; readonly codings: readonly unknown[] },
  levels: Levels,
): boolean => (levels.get(name) ?? 0) < codings.length;

/** A value as its column has it at the levels; null where the column is left out. */
export const codedValue = (
  { name, codings }: QuasiIdentifier,
  levels: Levels,
  value: string,
): string | null => codings[levels.get(name) ?? 0]?.(value) ?? null;

const worthOf = ({ name, worth }: QuasiIdentifier, levels: Levels): number =>
  worth[levels.get(name) ?? 0] ?? 1;

const most = ({ length }: readonly unknown[]): number => Math.floor(MAY_BE_SUPPRESSED * length);

type Values = ReadonlyMap<string, string>;

const coded = (values: Values, present: readonly QuasiIdentifier[], levels: Levels): Values =>
  new Map(
    present.map((column) => [
      column.name,
      codedValue(column, levels, values.get(column.name) ?? SUPPRESSED) ?? SUPPRESSED,
    ]),
  );

const recordOf = ({ sensitive }: ExtractStudent, values: Values): ExtractRecord => ({
  quasiIdentifiers: [...values.values()],
  sensitive,
});

/** For each student, whether the equivalence class is not safe. */
const unsafe = (
  students: readonly ExtractStudent[],
  values: readonly Values[],
  minimums: ResearchMinimums,
): readonly boolean[] =>
  inUnsafeClass(
    students.map((student, index) => recordOf(student, values[index] ?? new Map())),
    minimums,
  );

/** By value, the students who have it. */
const tally = (values: readonly Values[], column: string): ReadonlyMap<string, number> =>
  new Map(
    [...grouped(values, (own) => own.get(column) ?? SUPPRESSED)].map(([value, { length }]) => [
      value,
      length,
    ]),
  );

const rareStudents = (values: readonly Values[], column: string, fewest: number): number =>
  [...tally(values, column).values()].reduce((sum, n) => (n < fewest ? sum + n : sum), 0);

/** The column whose next level loses the least information, by its worth; undefined where none has a level left. */
function cheapest(
  values: readonly Values[],
  present: readonly QuasiIdentifier[],
  levels: Levels,
  students: readonly ExtractStudent[],
): QuasiIdentifier | undefined {
  const loss = (column: QuasiIdentifier): number => {
    const next = coarser(levels, column.name);
    const after = students.map(({ quasiIdentifiers }) => coded(quasiIdentifiers, [column], next));
    const left = isIncluded(column, next) ? entropy(tally(after, column.name)) : 0;
    return (entropy(tally(values, column.name)) - left) * worthOf(column, levels);
  };
  return present
    .map((column) => ({ column, loss: loss(column) }))
    .sort((a, b) => a.loss - b.loss)[0]?.column;
}

/** Shannon's, in bits. */
function entropy(counts: ReadonlyMap<string, number>): number {
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return [...counts.values()].reduce((sum, n) => sum - (n / all) * Math.log2(n / all), 0);
}

/**
 * Suppresses what is left: rare values, then one value of each student whose class is not safe yet,
 * the cheapest that helps. Where a column suppresses any, it suppresses enough of them at random that
 * suppressed does not mean rare.
 */
function suppressSingly(
  students: readonly ExtractStudent[],
  values: readonly Values[],
  present: readonly QuasiIdentifier[],
  levels: Levels,
  minimums: ResearchMinimums,
  fewest: number,
): readonly (Values | null)[] {
  const published: (Map<string, string> | null)[] = values.map((own) => new Map(own));
  const byWorth = [...present].sort((a, b) => worthOf(a, levels) - worthOf(b, levels));
  // A suppressed value leaves the same value to fewer students, so this is repeated until no value
  // is rare.
  for (let isRare = true; isRare;) {
    isRare = suppressRare(published, present, fewest);
    for (const [index, isOut] of unsafeOf(students, published, minimums).entries()) {
      const own = published[index];
      if (!isOut || own === null || own === undefined) continue;
      const helps = byWorth.find(({ name }) => {
        const value = own.get(name) ?? SUPPRESSED;
        own.set(name, SUPPRESSED);
        if (unsafeOf(students, published, minimums)[index] === false) return true;
        own.set(name, value);
        return false;
      });
      if (helps === undefined) published[index] = null;
      else isRare = true;
    }
  }
  for (const { name } of present) {
    const kept = published.flatMap((own, index) => {
      const chance = students[index]?.chance(name);
      return own === null || chance === undefined ? [] : [{ own, chance }];
    });
    const suppressed = suppressAtRandom(
      kept.map(({ own }) => own.get(name) ?? SUPPRESSED),
      kept.map(({ chance }) => chance),
      fewest,
    );
    kept.forEach(({ own }, index) => own.set(name, suppressed[index] ?? SUPPRESSED));
  }
  // A student who is left out makes the equivalence class of the others smaller.
  for (;;) {
    const out = unsafeOf(students, published, minimums);
    if (!out.some(Boolean)) return published;
    out.forEach((isOut, index) => {
      if (isOut) published[index] = null;
    });
  }
}

/** Suppresses the values that too few students have. Returns whether there were any. */
function suppressRare(
  published: readonly (Map<string, string> | null)[],
  present: readonly QuasiIdentifier[],
  fewest: number,
): boolean {
  let isAny = false;
  const kept = published.filter((own) => own !== null);
  for (const { name } of present) {
    const counts = tally(kept, name);
    for (const own of kept) {
      const value = own.get(name) ?? SUPPRESSED;
      if (value === SUPPRESSED || (counts.get(value) ?? fewest) >= fewest) continue;
      own.set(name, SUPPRESSED);
      isAny = true;
    }
  }
  return isAny;
}

/** By student, whether the class is not safe among those who are not left out. */
function unsafeOf(
  students: readonly ExtractStudent[],
  published: readonly (Values | null)[],
  minimums: ResearchMinimums,
): readonly boolean[] {
  const kept = students.flatMap((student, index) => {
    const values = published[index];
    return values === null || values === undefined ? [] : [{ student, values, index }];
  });
  const out = unsafe(
    kept.map(({ student }) => student),
    kept.map(({ values }) => values),
    minimums,
  );
  const unsafeIndexes = new Set(
    kept.flatMap(({ index }, keptIndex) => (out[keptIndex] === true ? [index] : [])),
  );
  return students.map((_, index) => unsafeIndexes.has(index));
}
