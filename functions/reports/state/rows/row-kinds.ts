import type { RowKindId } from "../definitions/report-definition.ts";
import type { RowKind } from "./report-row.ts";
import { studentRows } from "./student-rows.ts";

/** Every maker of rows. */
const ROW_KINDS: readonly RowKind[] = [studentRows];

/** @throws when there is no such maker */
export function rowKind(id: RowKindId): RowKind {
  const kind = ROW_KINDS.find((candidate) => candidate.id === id);
  if (kind === undefined) throw new Error(`no rows are made of kind ${id}`);
  return kind;
}
