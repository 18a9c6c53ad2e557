import type { FieldFault } from "../values/fields.ts";
import type { CanonicalTable } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";

/** Tables that add to a student or a plan, and without whose row it is still that student or plan. */
const ADDITIONS: ReadonlySet<CanonicalTable> = new Set([
  "attendanceTotal",
  "program",
  "incident",
  "goal",
  "actionStep",
  "review",
  "planAssent",
  "planComponent",
  "studentEvent",
]);

/** Whether the rows of a table only add to those of another that the same records give. */
export const isAddition = ({ profile: { reads } }: FileKind, table: CanonicalTable): boolean =>
  ADDITIONS.has(table) && reads.some((read) => !ADDITIONS.has(read.table));

/** The same fault of one column is told once, however many reads find it. */
export function withFaults(
  before: readonly FieldFault[],
  more: readonly FieldFault[],
): readonly FieldFault[] {
  if (more.length === 0) return before;
  const isKnown = ({ column, reason }: FieldFault): boolean =>
    before.some((known) => known.column === column && known.reason === reason);
  return [...before, ...more.filter((fault) => !isKnown(fault))];
}
