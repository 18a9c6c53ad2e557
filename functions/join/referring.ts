import type { AnyRow } from "../domain/record-types/field.ts";
import type {
  RecordReference,
  Reference,
  RequirementReference,
  StudentReference,
} from "../domain/record-types/reference.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { schoolId, studentId } from "../domain/ids.ts";
import type { CanonicalRows } from "../sources/read/canonical-rows.ts";
import type { FiledRow } from "./rows/rows-by-key.ts";
import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import { studentIdType } from "./rows/read-columns.ts";
import type { HeldTable } from "./rows/held-rows.ts";
import type { Fault } from "./rows/row-faults.ts";
import { isFault, LEFT_OUT, type Refer } from "./rows/kept-records.ts";
import type { RecordIndex } from "./record-index.ts";
import type { Roster } from "./roster/roster.ts";

/** What records may refer to. */
export interface Targets {
  readonly roster: Roster;
  readonly rules: RuleIds;
  /** The records of the types joined so far. */
  readonly records: RecordIndex;
  /** The students whom any school has enrolled; nobody until enrollments are joined. */
  readonly enrolled: ReadonlySet<string>;
}

/** Makes the rows of a type refer to what is there, reference by reference: the first fault counts. */
export function referring<T extends HeldTable>(table: T, targets: Targets): Refer<T> {
  const { references } = recordTypeOf(table);
  return (sent) => {
    // The table decides the type of the row, and its descriptor the fields that are looked at.
    let row = sent.row as unknown as AnyRow;
    if (references.some((reference) => isLeftOut(reference, row, sent, targets.roster)))
      return LEFT_OUT;
    for (const reference of references) {
      if (reference.isOptional === true && (row[reference.field] ?? "") === "") continue;
      const referredRow = referred(reference, row, table, sent, targets);
      if (isFault(referredRow)) return referredRow;
      row = referredRow;
    }
    return row as unknown as CanonicalRows[T];
  };
}

/** Whether a row goes with a student whom the roster has taken out, or names the district beside a school. */
function isLeftOut<T extends HeldTable>(
  reference: Reference,
  row: AnyRow,
  { file, record }: FiledRow<T>,
  { removedStudents, notSchools, placed }: Roster,
): boolean {
  const id = String(row[reference.field]);
  if (reference.to === "student") {
    return reference.isLeftOutWithStudent === true && removedStudents.has(studentId(id));
  }
  if (reference.to !== "school" || reference.isLeftOutBesideSchool !== true) return false;
  return notSchools.has(id) && placed.get(file)?.has(record) === true;
}

/** The row with the identifier that is meant, or why nothing is. */
function referred<T extends HeldTable>(
  reference: Reference,
  row: AnyRow,
  table: T,
  { file }: FiledRow<T>,
  targets: Targets,
): AnyRow | Fault {
  const { field, unknown } = reference;
  const orUnknown = (isKnown: boolean): AnyRow | Fault => (isKnown ? row : [field, unknown]);
  switch (reference.to) {
    case "student":
      return toStudent(reference, row, targets, (id) =>
        targets.roster.crosswalk.resolve(id, studentIdType(file, table)),
      );
    case "school":
      return orUnknown(targets.roster.schools.has(schoolId(String(row[field]))));
    case "record":
      return toRecord(reference, row, targets.records);
    case "requirement":
      return orUnknown(isRequirement(reference, row, targets.rules));
    case "duty":
      return orUnknown(targets.rules.duties.has(String(row[field])));
  }
}

function toStudent(
  { field, unknown, ambiguous, notEnrolled }: StudentReference,
  row: AnyRow,
  { enrolled }: Targets,
  resolve: (id: string) => ReturnType<Roster["crosswalk"]["resolve"]>,
): AnyRow | Fault {
  const resolved = resolve(String(row[field]));
  switch (resolved.state) {
    case "unknown":
      return [field, unknown];
    case "ambiguous":
      return [field, ambiguous];
    case "known":
      if (notEnrolled !== undefined && !enrolled.has(resolved.student)) return [field, notEnrolled];
      return resolved.student === row[field] ? row : { ...row, [field]: resolved.student };
  }
}

function toRecord(reference: RecordReference, row: AnyRow, records: RecordIndex): AnyRow | Fault {
  const { field, unknown, ambiguous } = reference;
  const target = records.find(reference, row);
  if (target === undefined) return [field, unknown];
  return ambiguous !== undefined && target.students.size > 1 ? [field, ambiguous] : row;
}

function isRequirement(
  { field, besides = [], mandateField }: RequirementReference,
  row: AnyRow,
  { requirements, byMandate }: RuleIds,
): boolean {
  const id = String(row[field]);
  if (besides.includes(id)) return true;
  if (mandateField === undefined) return requirements.has(id);
  return byMandate.get(String(row[mandateField]))?.has(id) === true;
}
