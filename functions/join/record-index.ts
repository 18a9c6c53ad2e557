import { fieldOf, rowAt, type Columns } from "../domain/records/columns.ts";
import type { AnyRow } from "../domain/record-types/field.ts";
import type { Reference } from "../domain/record-types/reference.ts";
import type { RecordType } from "../domain/record-types/record-type.ts";
import { RECORD_TYPE_NAMES, recordTypeOf } from "../domain/record-types/record-types.ts";

/** The joined records that others refer to, by the one field of their key. */
export interface RecordIndex {
  add(type: RecordType, columns: Columns): void;
  /** The record of a type that an identifier names; of several that it names the last. */
  find(type: string, id: string): Target | undefined;
}

/** A record that others refer to. */
export interface Target {
  /** Whether its identifier names records of several students. */
  readonly isOfSeveral: boolean;
  readonly row: () => AnyRow;
}

/** The records of one type, each identifier numbered. */
interface Targets {
  readonly columns: Columns;
  readonly numberOf: ReadonlyMap<string, number>;
  /** By number the last row of the identifier. */
  readonly rows: Int32Array;
  /** By number the student whose the record is, as a number of the index; `NOBODY` without one. */
  readonly students: Int32Array;
  /** By number of those of several students: which. */
  readonly several: ReadonlyMap<number, ReadonlySet<number>>;
}

const NOBODY = -1;

export function recordIndex(): RecordIndex {
  const byType = new Map<string, Targets>();
  const students = new Map<string, number>();
  return {
    find(type, id) {
      const targets = byType.get(type);
      const number = targets?.numberOf.get(id);
      if (targets === undefined || number === undefined) return undefined;
      const row = targets.rows[number] ?? 0;
      return { isOfSeveral: targets.several.has(number), row: () => rowAt(targets.columns, row) };
    },
    add(type, columns) {
      const [field, ...more] = type.key;
      if (typeof field !== "string" || more.length > 0 || !REFERRED.has(type.name)) return;
      byType.set(type.name, targetsOf(type, field, columns, students, byType));
    },
  };
}

/** The types that records of others refer to. */
const REFERRED: ReadonlySet<string> = new Set(
  RECORD_TYPE_NAMES.flatMap((name) => recordTypeOf(name).references).flatMap((reference) =>
    reference.to === "record" ? [reference.type] : [],
  ),
);

function targetsOf(
  type: RecordType,
  field: string,
  columns: Columns,
  knownStudents: Map<string, number>,
  byType: ReadonlyMap<string, Targets>,
): Targets {
  const { codes, values } = fieldOf(columns, field);
  const numberOf = new Map<string, number>();
  const numbers = values.map((value) => numberIn(numberOf, String(value)));
  const rows = new Int32Array(numberOf.size);
  const students = new Int32Array(numberOf.size).fill(NOBODY);
  const several = new Map<number, Set<number>>();
  const owners = type.references
    .filter(({ isOwner }) => isOwner === true)
    .flatMap((reference) => ownersBy(reference, columns, knownStudents, byType) ?? []);
  for (let row = 0; row < columns.length; row++) {
    const number = numbers[codes[row] ?? 0] ?? 0;
    rows[number] = row;
    for (const ownersOf of owners) {
      ownersOf(row, (student) => addStudent(students, several, number, student));
    }
  }
  return { columns, numberOf, rows, students, several };
}

type OwnersOfRow = (row: number, onStudent: (student: number) => void) => void;

/** Whose the rows are by one reference. */
function ownersBy(
  reference: Reference,
  columns: Columns,
  students: Map<string, number>,
  byType: ReadonlyMap<string, Targets>,
): OwnersOfRow | null {
  const { codes, values } = fieldOf(columns, reference.field);
  switch (reference.to) {
    case "student": {
      const numbers = values.map((value) => numberIn(students, String(value)));
      return (row, onStudent) => onStudent(numbers[codes[row] ?? 0] ?? 0);
    }
    case "record": {
      const targets = byType.get(reference.type);
      if (targets === undefined) return null;
      const numbers = values.map((value) => targets.numberOf.get(String(value)));
      return (row, onStudent) => {
        const number = numbers[codes[row] ?? 0];
        if (number === undefined) return;
        const several = targets.several.get(number);
        if (several !== undefined) several.forEach(onStudent);
        else if (targets.students[number] !== NOBODY) onStudent(targets.students[number] ?? 0);
      };
    }
    case "school":
    case "requirement":
    case "duty":
      return null;
  }
}

function addStudent(
  students: Int32Array,
  several: Map<number, Set<number>>,
  number: number,
  student: number,
): void {
  const before = students[number] ?? NOBODY;
  if (before === NOBODY) students[number] = student;
  else if (before !== student) {
    const all = several.get(number) ?? new Set([before]);
    several.set(number, all.add(student));
  }
}

function numberIn(numbers: Map<string, number>, text: string): number {
  let number = numbers.get(text);
  if (number === undefined) numbers.set(text, (number = numbers.size));
  return number;
}
