import { studentsTable, type StudentRow } from "./students-table.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";

/**
 * The students of a staff edition, or some of them in their order, from the bytes of its table. In an
 * edition of before caseloads were noted, a student is in the caseload of the plan's counselor alone.
 * @param range the first row and the one after the last
 */
export function readStudents(
  bytes: Uint8Array,
  { requirements }: { readonly requirements: readonly { readonly id: string }[] },
  range?: readonly [from: number, until: number],
): readonly StudentRow[] {
  const definition = studentsTable(requirements.map(({ id }) => id));
  return fromArrow(definition, bytes, range).map((row) =>
    row["caseload"] === null ? { ...row, caseload: row["counselor"] } : row,
  ) as unknown as readonly StudentRow[];
}
