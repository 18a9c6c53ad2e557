import type { AnyRow } from "../domain/record-types/field.ts";
import type { RecordReference } from "../domain/record-types/reference.ts";
import type { RecordType } from "../domain/record-types/record-type.ts";

/** A record that others refer to, with the students it is of: two where one identifier names records of two. */
export interface Target {
  readonly row: AnyRow;
  readonly students: ReadonlySet<string>;
}

/** The joined records of types that have one field for a key, by that field. */
export interface RecordIndex {
  add(type: RecordType, rows: readonly AnyRow[]): void;
  find(reference: RecordReference, row: AnyRow): Target | undefined;
}

export function recordIndex(): RecordIndex {
  const byType = new Map<string, ReadonlyMap<string, Target>>();
  const find = ({ type, field }: RecordReference, row: AnyRow): Target | undefined =>
    byType.get(type)?.get(String(row[field]));
  const studentsOf = (type: RecordType, row: AnyRow): readonly string[] =>
    type.references
      .filter(({ isOwner }) => isOwner === true)
      .flatMap((reference) => {
        if (reference.to === "student") return [String(row[reference.field])];
        return reference.to === "record" ? [...(find(reference, row)?.students ?? [])] : [];
      });
  return {
    find,
    add(type, rows) {
      const [field, ...more] = type.key;
      if (typeof field !== "string" || more.length > 0) return;
      const targets = new Map<string, { row: AnyRow; students: Set<string> }>();
      for (const row of rows) {
        const id = String(row[field]);
        const students = targets.get(id)?.students ?? new Set<string>();
        for (const student of studentsOf(type, row)) students.add(student);
        targets.set(id, { row, students });
      }
      byType.set(type.name, targets);
    },
  };
}
