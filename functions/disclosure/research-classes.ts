import { grouped } from "../domain/grouped.ts";

/** A value that an extract does not tell, so that its student is not found. It may be any. */
export const NOT_TOLD = "-7";

/** One student of a research extract: all that could tell who it is, over all years, and what nobody should learn. */
export interface ExtractRecord {
  /** The values by which a student could be found, of all years together (the trajectory). */
  readonly tells: readonly string[];
  /** Null where nothing sensitive is told of the student: then it hides nobody either. */
  readonly sensitive: string | null;
}

/** Section 5.4 of the statistics note: how many alike, and how unlike in what is sensitive. */
export interface ResearchMinimums {
  readonly alike: number;
  readonly sensitiveValues: number;
}

/** For researchers with an agreement, and for everybody. */
export const RESTRICTED_USE: ResearchMinimums = { alike: 5, sensitiveValues: 2 };
export const PUBLIC_USE: ResearchMinimums = { alike: 11, sensitiveValues: 2 };

export interface ResearchClasses {
  readonly classes: number;
  /** The students of the smallest class. */
  readonly fewestAlike: number;
  readonly uniqueRecords: number;
  readonly recordsTooFewAlike: number;
  /** Classes, and their records, in which everybody has one sensitive value. */
  readonly classesOfOneValue: number;
  readonly recordsOfOneValue: number;
  /** Small classes in which nearly everybody has one. */
  readonly classesNearlyOfOneValue: number;
  readonly maySend: boolean;
}

const NEARLY_ALL = 0.9;
const SMALL = 20;

/** Divides an extract into classes of students who look alike, and tells which give someone away. */
export function researchClasses(
  records: readonly ExtractRecord[],
  minimums: ResearchMinimums,
): ResearchClasses {
  const classes = classesOf(records);
  const sum = (of: readonly ResearchClass[]): number =>
    of.reduce((total, { own }) => total + own, 0);
  const small = classes.filter(({ alike }) => alike < minimums.alike);
  const uniform = classes.filter(({ values }) => values < minimums.sensitiveValues);
  return {
    classes: classes.length,
    fewestAlike: Math.min(Infinity, ...classes.map(({ alike }) => alike)),
    uniqueRecords: classes.filter(({ alike }) => alike === 1).length,
    recordsTooFewAlike: sum(small),
    classesOfOneValue: uniform.length,
    recordsOfOneValue: sum(uniform),
    classesNearlyOfOneValue: classes.filter(isNearlyOfOneValue).length,
    maySend: !classes.some((one) => givesAway(one, minimums)),
  };
}

/** By record, whether too few are like it, or those who are have nearly all the same sensitive value. */
export function standingOut(
  records: readonly ExtractRecord[],
  minimums: ResearchMinimums,
): readonly boolean[] {
  const found = new Map(
    classesOf(records).map((one) => [one.key, givesAway(one, minimums)] as const),
  );
  return records.map((record) => found.get(keyOf(record)) === true);
}

/** The records of one description, and all that may be of it: a value that is not told may be any. */
interface ResearchClass {
  readonly key: string;
  readonly own: number;
  readonly alike: number;
  /** Different sensitive values among those of whom one is told; none is told of anybody: infinitely many. */
  readonly values: number;
  /** The students of the most frequent of them, 0 to 1. */
  readonly share: number;
}

const isNearlyOfOneValue = ({ alike, share }: ResearchClass): boolean =>
  alike < SMALL && share > NEARLY_ALL;

const givesAway = (one: ResearchClass, { alike, sensitiveValues }: ResearchMinimums): boolean =>
  one.alike < alike || one.values < sensitiveValues || isNearlyOfOneValue(one);

function classesOf(records: readonly ExtractRecord[]): readonly ResearchClass[] {
  const described = [...grouped(records, keyOf)].map(([key, members]) => ({
    key,
    tells: members[0]?.tells ?? [],
    own: members.length,
    values: [...grouped(members, ({ sensitive }) => sensitive)].flatMap(([value, { length }]) =>
      value === null ? [] : [[value, length] as const],
    ),
  }));
  return described.map(({ key, tells, own }) => {
    const values = new Map<string, number>();
    let alike = 0;
    for (const other of described) {
      if (!mayBeOne(tells, other.tells)) continue;
      alike += other.own;
      for (const [value, count] of other.values)
        values.set(value, (values.get(value) ?? 0) + count);
    }
    const told = [...values.values()].reduce((sum, count) => sum + count, 0);
    if (told === 0) return { key, own, alike, values: Infinity, share: 0 };
    return { key, own, alike, values: values.size, share: Math.max(...values.values()) / told };
  });
}

const mayBeOne = (tells: readonly string[], others: readonly string[]): boolean =>
  tells.every((value, at) => value === others[at] || value === NOT_TOLD || others[at] === NOT_TOLD);

const keyOf = ({ tells }: ExtractRecord): string => tells.join("\u001f");
