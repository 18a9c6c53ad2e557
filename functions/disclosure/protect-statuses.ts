import type { CellKind } from "../domain/cell.ts";
import type { DisclosurePolicy } from "./policy.ts";
import { isSmall } from "./protect-rates.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";
import { rounded } from "./rounded.ts";

interface Part {
  readonly part: string;
  readonly students: number;
}

/** The statuses of one group before protection: they divide its students. */
export interface MeasuredDivision<Key> {
  readonly key: Key;
  readonly parts: readonly Part[];
  readonly isApplicable: boolean;
}

/** One part of a division as it may be shown. The part `hidden` stands for all hidden parts together. */
export interface ShownPart {
  readonly part: string;
  readonly students: number | null;
  readonly of: number | null;
  readonly share: number | null;
  readonly state: CellKind;
}

/**
 * Hides small parts of a division. Since the parts add up to a published whole, a part never hides
 * alone.
 */
export function protectDivisions<Key>(
  divisions: readonly MeasuredDivision<Key>[],
  policy: DisclosurePolicy,
): ProtectedTable<Key & ShownPart> {
  return asProtected(
    divisions.flatMap((division) =>
      shownParts(division, policy).map((part) => ({ ...division.key, ...part })),
    ),
  );
}

function shownParts<Key>(
  { parts, isApplicable }: MeasuredDivision<Key>,
  { minimumGroup }: DisclosurePolicy,
): readonly ShownPart[] {
  const of = sumOf(new Set(parts));
  const all = (state: CellKind): readonly ShownPart[] =>
    parts.map(({ part }) => ({ part, students: null, of: null, share: null, state }));
  if (!isApplicable) return all("not-applicable");
  if (of === 0) return all("not-enough-data");
  if (of < minimumGroup) return all("hidden");

  const hidden = hiddenParts(parts, minimumGroup);
  const rows = parts.map((part): ShownPart => {
    if (hidden.has(part)) {
      return { part: part.part, students: null, of, share: null, state: "hidden" };
    }
    return shownPart(part.part, part.students, of);
  });
  const together = sumOf(hidden);
  return together === 0 ? rows : [...rows, shownPart("hidden", together, of)];
}

/**
 * The parts to hide: the small ones, and with them the next smallest until they are at least two
 * and together no small group themselves, since what is left of the whole can be worked out.
 */
function hiddenParts(parts: readonly Part[], minimumGroup: number): ReadonlySet<Part> {
  const hidden = new Set(parts.filter(({ students }) => isSmall(students, minimumGroup)));
  if (hidden.size === 0) return hidden;
  const others = parts
    .filter((part) => part.students > 0 && !hidden.has(part))
    .sort((a, b) => a.students - b.students);
  for (const next of others) {
    if (hidden.size > 1 && sumOf(hidden) >= minimumGroup) break;
    hidden.add(next);
  }
  return hidden;
}

const sumOf = (parts: ReadonlySet<{ readonly students: number }>): number =>
  [...parts].reduce((sum, { students }) => sum + students, 0);

const shownPart = (part: string, students: number, of: number): ShownPart => ({
  part,
  students,
  of,
  share: rounded(students / of),
  state: "shown",
});
