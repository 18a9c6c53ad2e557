import type { HeldRow, HeldTable, ReadFile } from "./read-file.ts";

/** What a whole file may not drop much of without somebody saying so, and what one of each is. */
const GUARDED: { readonly [T in HeldTable]?: (row: HeldRow<T>["row"]) => string } = {
  organization: ({ id }) => id,
  person: ({ student }) => student,
  enrollment: ({ student, school }) => `${student}\u0000${school}`,
  plan: ({ plan }) => plan,
};

/**
 * Whether a whole file lacks more than a share of the schools, students, enrollments or plans that
 * the one in force has: a cut file and a mistaken filter look just like that.
 */
export function removesTooMany(newest: ReadFile, inForce: ReadFile, share: number): boolean {
  return Object.entries(GUARDED).some(([table, keyOf]) => {
    // The table decides the type of its rows.
    const keysIn = (file: ReadFile): Set<string> =>
      new Set(
        (file.rows[table as HeldTable] as unknown as HeldRow<HeldTable>[])
          .filter(({ isRemoved }) => !isRemoved)
          .map(({ row }) => (keyOf as (of: unknown) => string)(row)),
      );
    const before = keysIn(inForce);
    const now = keysIn(newest);
    const gone = [...before].filter((key) => !now.has(key)).length;
    return gone > before.size * share;
  });
}
