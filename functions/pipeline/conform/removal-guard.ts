import type { HeldRow, HeldTable, ReadFile } from "../../join/held-rows.ts";

/** What a whole file may not drop much of without somebody saying so, and what one of each is. */
const GUARDED: { readonly [T in HeldTable]?: (row: HeldRow<T>["row"]) => string } = {
  organization: ({ id }) => id,
  person: ({ student }) => student,
  enrollment: ({ student, school }) => `${student}\u0000${school}`,
  plan: ({ plan }) => plan,
  goal: ({ goal }) => goal,
  actionStep: ({ actionStep }) => actionStep,
  review: ({ review }) => review,
};

/** A file that is used, without the records of it that were rejected: what is not in force cannot go. */
export interface InForce {
  readonly file: ReadFile;
  readonly rejected: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Whether a whole file lacks more than a share of the schools, students, enrollments, plans, goals, action
 * steps or reviews that the one in force has: a cut file and a mistaken filter look just like that.
 */
export function removesTooMany(newest: ReadFile, inForce: InForce, share: number): boolean {
  return Object.entries(GUARDED).some(([table, keyOf]) => {
    // The table decides the type of its rows.
    const keysIn = ({ file, rejected }: InForce): Set<string> =>
      new Set(
        (file.rows[table as HeldTable] as unknown as HeldRow<HeldTable>[])
          .filter(({ record, isRemoved }) => !isRemoved && !rejected.has(record))
          .map(({ row }) => (keyOf as (of: unknown) => string)(row)),
      );
    const before = keysIn(inForce);
    const now = keysIn({ file: newest, rejected: NONE });
    const gone = [...before].filter((key) => !now.has(key)).length;
    return gone > before.size * share;
  });
}
