import { grouped } from "../domain/grouped.ts";
import { hideByLot } from "./hide-by-lot.ts";
import {
  NOT_TOLD,
  standingOut,
  type ExtractRecord,
  type ResearchMinimums,
} from "./research-classes.ts";

/** A column by which a student could be found, and how it is made coarser: the last rung leaves it out. */
export interface TellingColumn {
  readonly name: string;
  /** By rung, what a bit that the next one loses is worth to research, beside a bit of the others. */
  readonly worth: readonly number[];
  /** From the finest on, what becomes of a value. */
  readonly codings: readonly ((value: string) => string)[];
}

/** By column, which of its codings is used. One that is past the last is left out. */
export type Rungs = ReadonlyMap<string, number>;

/** A student before coarsening: the finest values by column, and what nobody should learn. */
export interface ExtractStudent {
  readonly tells: ReadonlyMap<string, string>;
  /** Null where nothing sensitive is told. */
  readonly sensitive: string | null;
  /** By column, from 0 to 1, under a secret: on whom it falls to have the value hidden. */
  readonly lot: (column: string) => number;
}

/** What became of the students: by student the values that are told, null for one who is left out. */
export interface CoarsenedExtract {
  readonly rungs: Rungs;
  readonly told: readonly (ReadonlyMap<string, string> | null)[];
}

/** Up to so many of the students a value may be hidden for a reason, others by lot aside; where it would be more, its column is coarsened. */
const MAY_BE_HIDDEN = 0.01;

/**
 * Coarsens until enough students look alike: first whole columns, the one first whose loss costs
 * research least, then single values, and last it leaves students out (section 5.4 of the
 * statistics note; local suppression as in sdcMicro: a value that is not told may be any).
 *
 * @param fewest the fewest students whom a value may be told of
 */
export function coarsenExtract(
  students: readonly ExtractStudent[],
  columns: readonly TellingColumn[],
  start: Rungs,
  minimums: ResearchMinimums,
  fewest: number,
): CoarsenedExtract {
  let rungs = start;
  for (;;) {
    const present = columns.filter((column) => isTold(column, rungs));
    const values = students.map(({ tells }) => coded(tells, present, rungs));
    const rare = present.filter(({ name }) => rareStudents(values, name, fewest) > most(students));
    const next =
      rare[0] ??
      (standsOut(students, values, minimums).filter(Boolean).length > most(students)
        ? cheapest(values, present, rungs, students)
        : undefined);
    if (next === undefined) {
      return { rungs, told: hideSingly(students, values, present, rungs, minimums, fewest) };
    }
    rungs = coarser(rungs, next.name);
  }
}

export const coarser = (rungs: Rungs, column: string): Rungs =>
  new Map([...rungs, [column, (rungs.get(column) ?? 0) + 1]]);

export const isTold = (
  { name, codings }: { readonly name: string; readonly codings: readonly unknown[] },
  rungs: Rungs,
): boolean => (rungs.get(name) ?? 0) < codings.length;

/** A value as its column tells it; null where the column is left out. */
export const codedValue = (
  { name, codings }: TellingColumn,
  rungs: Rungs,
  value: string,
): string | null => codings[rungs.get(name) ?? 0]?.(value) ?? null;

const worthOf = ({ name, worth }: TellingColumn, rungs: Rungs): number =>
  worth[rungs.get(name) ?? 0] ?? 1;

const most = ({ length }: readonly unknown[]): number => Math.floor(MAY_BE_HIDDEN * length);

type Values = ReadonlyMap<string, string>;

const coded = (tells: Values, present: readonly TellingColumn[], rungs: Rungs): Values =>
  new Map(
    present.map((column) => [
      column.name,
      codedValue(column, rungs, tells.get(column.name) ?? NOT_TOLD) ?? NOT_TOLD,
    ]),
  );

const recordOf = ({ sensitive }: ExtractStudent, values: Values): ExtractRecord => ({
  tells: [...values.values()],
  sensitive,
});

const standsOut = (
  students: readonly ExtractStudent[],
  values: readonly Values[],
  minimums: ResearchMinimums,
): readonly boolean[] =>
  standingOut(
    students.map((student, at) => recordOf(student, values[at] ?? new Map())),
    minimums,
  );

/** By value, the students who have it. */
const tally = (values: readonly Values[], column: string): ReadonlyMap<string, number> =>
  new Map(
    [...grouped(values, (own) => own.get(column) ?? NOT_TOLD)].map(([value, { length }]) => [
      value,
      length,
    ]),
  );

const rareStudents = (values: readonly Values[], column: string, fewest: number): number =>
  [...tally(values, column).values()].reduce((sum, n) => (n < fewest ? sum + n : sum), 0);

/** The column whose next rung loses the least information, by its worth; undefined where none has a rung left. */
function cheapest(
  values: readonly Values[],
  present: readonly TellingColumn[],
  rungs: Rungs,
  students: readonly ExtractStudent[],
): TellingColumn | undefined {
  const loss = (column: TellingColumn): number => {
    const next = coarser(rungs, column.name);
    const after = students.map(({ tells }) => coded(tells, [column], next));
    const left = isTold(column, next) ? entropy(tally(after, column.name)) : 0;
    return (entropy(tally(values, column.name)) - left) * worthOf(column, rungs);
  };
  return present
    .map((column) => ({ column, loss: loss(column) }))
    .sort((a, b) => a.loss - b.loss)[0]?.column;
}

/** Shannon's, in bits. */
export function entropy(counts: ReadonlyMap<string, number>): number {
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return [...counts.values()].reduce((sum, n) => sum - (n / all) * Math.log2(n / all), 0);
}

/**
 * Hides what is left: rare values, then of each student who still stands out one value, the cheapest
 * that helps. Where a column hides any, it hides enough of them by lot that hidden does not mean rare.
 */
function hideSingly(
  students: readonly ExtractStudent[],
  values: readonly Values[],
  present: readonly TellingColumn[],
  rungs: Rungs,
  minimums: ResearchMinimums,
  fewest: number,
): readonly (Values | null)[] {
  const told: (Map<string, string> | null)[] = values.map((own) => new Map(own));
  const byWorth = [...present].sort((a, b) => worthOf(a, rungs) - worthOf(b, rungs));
  // What is hidden of one student leaves a value to fewer: so again, until no value is rare.
  for (let isRare = true; isRare;) {
    isRare = hideRare(told, present, fewest);
    for (const [at, isOut] of outOf(students, told, minimums).entries()) {
      const own = told[at];
      if (!isOut || own === null || own === undefined) continue;
      const helps = byWorth.find(({ name }) => {
        const value = own.get(name) ?? NOT_TOLD;
        own.set(name, NOT_TOLD);
        if (outOf(students, told, minimums)[at] === false) return true;
        own.set(name, value);
        return false;
      });
      if (helps === undefined) told[at] = null;
      else isRare = true;
    }
  }
  for (const { name } of present) {
    const kept = told.flatMap((own, at) => {
      const lot = students[at]?.lot(name);
      return own === null || lot === undefined ? [] : [{ own, lot }];
    });
    const hidden = hideByLot(
      kept.map(({ own }) => own.get(name) ?? NOT_TOLD),
      kept.map(({ lot }) => lot),
      fewest,
    );
    kept.forEach(({ own }, at) => own.set(name, hidden[at] ?? NOT_TOLD));
  }
  // Who is left out leaves the others with one fewer like them.
  for (;;) {
    const out = outOf(students, told, minimums);
    if (!out.some(Boolean)) return told;
    out.forEach((isOut, at) => {
      if (isOut) told[at] = null;
    });
  }
}

/** Hides the values that fewer students are told to have; whether there were any. */
function hideRare(
  told: readonly (Map<string, string> | null)[],
  present: readonly TellingColumn[],
  fewest: number,
): boolean {
  let isAny = false;
  const kept = told.filter((own) => own !== null);
  for (const { name } of present) {
    const counts = tally(kept, name);
    for (const own of kept) {
      const value = own.get(name) ?? NOT_TOLD;
      if (value === NOT_TOLD || (counts.get(value) ?? fewest) >= fewest) continue;
      own.set(name, NOT_TOLD);
      isAny = true;
    }
  }
  return isAny;
}

/** By student, whether they stand out among those who are not left out. */
function outOf(
  students: readonly ExtractStudent[],
  told: readonly (Values | null)[],
  minimums: ResearchMinimums,
): readonly boolean[] {
  const kept = students.flatMap((student, at) => {
    const values = told[at];
    return values === null || values === undefined ? [] : [{ student, values, at }];
  });
  const out = standsOut(
    kept.map(({ student }) => student),
    kept.map(({ values }) => values),
    minimums,
  );
  const found = new Set(kept.flatMap(({ at }, index) => (out[index] === true ? [at] : [])));
  return students.map((_, at) => found.has(at));
}
