import { recordTypeOf } from "../../domain/record-types/record-types.ts";
import type { FieldFault } from "../values/fields.ts";
import type { CanonicalTable } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";

/** Whether the rows of a table only add to those of another that the same records give. */
export const isAddition = ({ profile: { reads } }: FileKind, table: CanonicalTable): boolean =>
  adds(table) && reads.some((read) => !adds(read.table));

const adds = (table: CanonicalTable): boolean => recordTypeOf(table).isAddition === true;

/** The same fault of one column is reported once, however many reads find it. */
export function withFaults(
  before: readonly FieldFault[],
  more: readonly FieldFault[],
): readonly FieldFault[] {
  if (more.length === 0) return before;
  const isKnown = ({ column, reason }: FieldFault): boolean =>
    before.some((earlier) => earlier.column === column && earlier.reason === reason);
  return [...before, ...more.filter((fault) => !isKnown(fault))];
}
