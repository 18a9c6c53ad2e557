import type { CellKind } from "../domain/cell.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { isSmall } from "./protect-rates.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";

/** A number of students under its key columns, before protection. */
export interface MeasuredCount<Key> {
  readonly key: Key;
  readonly students: number;
  /** The students it could be. */
  readonly of: number;
  /** Whether another table hides this very count: then it is hidden here too. */
  readonly isHiddenElsewhere: boolean;
}

/** Hides each count of few students, and any count of a small group. */
export function protectCounts<Key>(
  counts: readonly MeasuredCount<Key>[],
  { minimumGroup }: DisclosurePolicy,
): ProtectedTable<Key & { readonly students: number | null; readonly state: CellKind }> {
  return asProtected(
    counts.map(({ key, students, of, isHiddenElsewhere }) => {
      const isHidden =
        isHiddenElsewhere || isSmall(students, minimumGroup) || isSmall(of, minimumGroup);
      return {
        ...key,
        students: isHidden ? null : students,
        state: isHidden ? ("hidden" as const) : ("shown" as const),
      };
    }),
  );
}
