import { grouped } from "../../domain/text/grouped.ts";

/** A value that an extract suppresses, so that its student is not found. It may be any. */
export const SUPPRESSED = "-7";

/** One student of a research extract: the quasi-identifiers, and what nobody should learn. */
export interface ExtractRecord {
  readonly quasiIdentifiers: readonly string[];
  /** Null where nothing sensitive is published of the student: then it protects nobody either. */
  readonly sensitive: string | null;
}

/** Section 5.4 of the statistics note: k-anonymity, and distinct l-diversity of the sensitive value. */
export interface ResearchMinimums {
  /** Fewest students of an equivalence class (k). */
  readonly classSize: number;
  /** Fewest different sensitive values in a class (l). */
  readonly sensitiveValues: number;
}

/** For researchers with an agreement. */
export const RESTRICTED_USE: ResearchMinimums = { classSize: 5, sensitiveValues: 2 };

/**
 * Fewest students of a category or count in an extract for restricted use. NCES 2011-603 found state
 * minimums from 5 to 30, most often 10. Public figures need more, since anybody may read them.
 */
export const FEWEST = 10;

export interface ResearchClasses {
  readonly classes: number;
  /** The students of the smallest class. */
  readonly smallestClass: number;
  readonly uniqueRecords: number;
  readonly recordsInSmallClasses: number;
  /** Classes, and their records, in which everybody has one sensitive value. */
  readonly classesOfOneValue: number;
  readonly recordsOfOneValue: number;
  /** Small classes in which nearly everybody has one. */
  readonly classesNearlyOfOneValue: number;
  readonly isSafe: boolean;
}

const NEARLY_ALL = 0.9;
const SMALL = 20;

/** Divides an extract into equivalence classes, and counts those that are not safe. */
export function researchClasses(
  records: readonly ExtractRecord[],
  minimums: ResearchMinimums,
): ResearchClasses {
  const classes = classesOf(records);
  const sum = (of: readonly ResearchClass[]): number =>
    of.reduce((total, { own }) => total + own, 0);
  const small = classes.filter(({ size }) => size < minimums.classSize);
  const uniform = classes.filter(({ values }) => values < minimums.sensitiveValues);
  return {
    classes: classes.length,
    smallestClass: Math.min(Infinity, ...classes.map(({ size }) => size)),
    uniqueRecords: classes.filter(({ size }) => size === 1).length,
    recordsInSmallClasses: sum(small),
    classesOfOneValue: uniform.length,
    recordsOfOneValue: sum(uniform),
    classesNearlyOfOneValue: classes.filter(isNearlyOfOneValue).length,
    isSafe: !classes.some((members) => isUnsafe(members, minimums)),
  };
}

/** By record, whether its equivalence class is too small, or nearly all of it has one sensitive value. */
export function inUnsafeClass(
  records: readonly ExtractRecord[],
  minimums: ResearchMinimums,
): readonly boolean[] {
  const unsafe = new Map(
    classesOf(records).map((members) => [members.key, isUnsafe(members, minimums)] as const),
  );
  return records.map((record) => unsafe.get(keyOf(record)) === true);
}

/** The records with equal quasi-identifiers, and all that may be equal: a suppressed value may be any. */
interface ResearchClass {
  readonly key: string;
  readonly own: number;
  readonly size: number;
  /** Different sensitive values among those of whom one is published; none is published of anybody: infinitely many. */
  readonly values: number;
  /** The students of the most frequent of them, 0 to 1. */
  readonly share: number;
}

const isNearlyOfOneValue = ({ size, share }: ResearchClass): boolean =>
  size < SMALL && share > NEARLY_ALL;

const isUnsafe = (
  members: ResearchClass,
  { classSize, sensitiveValues }: ResearchMinimums,
): boolean =>
  members.size < classSize || members.values < sensitiveValues || isNearlyOfOneValue(members);

function classesOf(records: readonly ExtractRecord[]): readonly ResearchClass[] {
  const described = [...grouped(records, keyOf)].map(([key, members]) => ({
    key,
    quasiIdentifiers: members[0]?.quasiIdentifiers ?? [],
    own: members.length,
    values: [...grouped(members, ({ sensitive }) => sensitive)].flatMap(([value, { length }]) =>
      value === null ? [] : [[value, length] as const],
    ),
  }));
  return described.map(({ key, quasiIdentifiers, own }) => {
    const values = new Map<string, number>();
    let size = 0;
    for (const other of described) {
      if (!mayBeEqual(quasiIdentifiers, other.quasiIdentifiers)) continue;
      size += other.own;
      for (const [value, count] of other.values)
        values.set(value, (values.get(value) ?? 0) + count);
    }
    const published = [...values.values()].reduce((sum, count) => sum + count, 0);
    if (published === 0) return { key, own, size, values: Infinity, share: 0 };
    const share = Math.max(...values.values()) / published;
    return { key, own, size, values: values.size, share };
  });
}

const mayBeEqual = (values: readonly string[], others: readonly string[]): boolean =>
  values.every(
    (value, index) =>
      value === others[index] || value === SUPPRESSED || others[index] === SUPPRESSED,
  );

const keyOf = ({ quasiIdentifiers }: ExtractRecord): string => quasiIdentifiers.join("\u001f");
