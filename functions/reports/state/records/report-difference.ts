import { sheetOf, type Sheet } from "../../spreadsheet-csv.ts";
import type { TableDefinition } from "../../../domain/records/table-definition.ts";

/** The records of one version of a report as they were frozen. */
export interface FrozenRecords {
  readonly fields: readonly FrozenField[];
  readonly records: readonly {
    readonly student: string;
    readonly school: string;
    readonly cells: readonly string[];
  }[];
}

export interface FrozenField {
  readonly name: string;
  readonly isKey: boolean;
}

/** One thing that an amendment changed. It names a student. */
export interface RecordChange {
  /** Identifies the record within its version. */
  readonly key: string;
  readonly student: string;
  readonly school: string;
  readonly change: "added" | "removed" | "changed";
  /** The field that differs; empty for a record that was added or removed. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** How two versions of a report differ, record by record by their keys and field by field. */
export function reportDifference(
  before: FrozenRecords,
  after: FrozenRecords,
): readonly RecordChange[] {
  const [old, now] = [byKeyOf(before), byKeyOf(after)];
  // A field that only one of them has is empty in the other.
  const fields = new Set([...before.fields, ...after.fields].map(({ name }) => name));
  const changes: RecordChange[] = [];
  for (const [key, { student, school, cells }] of old) {
    const next = now.get(key);
    if (next === undefined) {
      changes.push({ key, student, school, change: "removed", field: "", before: "", after: "" });
      continue;
    }
    for (const field of fields) {
      const [was, is] = [cellOf(before, cells, field), cellOf(after, next.cells, field)];
      if (was === is) continue;
      changes.push({ key, student, school, change: "changed", field, before: was, after: is });
    }
  }
  for (const [key, { student, school }] of now) {
    if (old.has(key)) continue;
    changes.push({ key, student, school, change: "added", field: "", before: "", after: "" });
  }
  return changes;
}

const cellOf = ({ fields }: FrozenRecords, cells: readonly string[], field: string): string =>
  cells[fields.findIndex(({ name }) => name === field)] ?? "";

/** Records by the values of their key; by their whole content where the layout has no key, and then by which of its like each is. */
function byKeyOf({ fields, records }: FrozenRecords) {
  const isKeyed = fields.some(({ isKey }) => isKey);
  const like = new Map<string, number>();
  return new Map(
    records.map((record) => {
      const values = record.cells.filter((_, place) => !isKeyed || fields[place]?.isKey === true);
      const key = JSON.stringify(values);
      const before = like.get(key) ?? 0;
      like.set(key, before + 1);
      return [before === 0 ? key : `${key} ${before}`, record] as const;
    }),
  );
}

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;

const DIFFERENCE = {
  name: "report-difference",
  title: "What the amendment changed",
  description: "One row per record added or removed, and per field that differs.",
  primaryKey: ["student", "change", "field"],
  columns: [
    text("school", "The school of the record, by its id."),
    text("student", "The student's identifier in the student information system."),
    text("change", "added, removed or changed."),
    text("field", "The field that differs."),
    text("before", "What the amended version has."),
    text("after", "What this version has."),
  ],
} as const satisfies TableDefinition;

export const differenceSheet = (changes: readonly RecordChange[]): Sheet =>
  sheetOf(DIFFERENCE, changes);
