import { grouped } from "../domain/grouped.ts";

/** One student of a research extract: all that could tell who it is, over all years, and what nobody should learn. */
export interface ExtractRecord {
  /** The values by which a student could be found, of all years together (the trajectory). */
  readonly tells: readonly string[];
  readonly sensitive: string;
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
  { alike, sensitiveValues }: ResearchMinimums,
): ResearchClasses {
  const classes = [...grouped(records, ({ tells }) => tells.join("\u001f")).values()].map(
    (members) => {
      const values = [...grouped(members, ({ sensitive }) => sensitive).values()];
      const most = Math.max(...values.map(({ length }) => length));
      return { size: members.length, values: values.length, share: most / members.length };
    },
  );
  const sum = (of: typeof classes): number => of.reduce((total, { size }) => total + size, 0);
  const small = classes.filter(({ size }) => size < alike);
  const uniform = classes.filter(({ values }) => values < sensitiveValues);
  const nearly = classes.filter(({ size, share }) => size < SMALL && share > NEARLY_ALL);
  return {
    classes: classes.length,
    fewestAlike: Math.min(Infinity, ...classes.map(({ size }) => size)),
    uniqueRecords: classes.filter(({ size }) => size === 1).length,
    recordsTooFewAlike: sum(small),
    classesOfOneValue: uniform.length,
    recordsOfOneValue: sum(uniform),
    classesNearlyOfOneValue: nearly.length,
    maySend: small.length === 0 && uniform.length === 0 && nearly.length === 0,
  };
}
