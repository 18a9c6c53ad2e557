import { foldedIdentifier } from "../../domain/text/folded-identifier.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { RowSubject } from "../state/rows/report-row.ts";
import type { SisRecord } from "./read-sis-values.ts";
import type { SisField } from "./sis-profile.ts";

/** A student of the report, with what its rows say by their names. */
export interface ReportedStudent {
  readonly about: RowSubject;
  /** Empty where the exports give none, or one that is another student's too. */
  readonly stateId: string;
  readonly says: { readonly [row: string]: string };
}

export type DifferenceKind =
  | "differs"
  | "cannot-compare"
  | "contradicts-itself"
  | "not-in-list"
  | "not-in-report"
  | "no-state-id";

/** One thing in which a student information system's list and a report differ. It names a student. */
export interface SisDifference {
  readonly kind: DifferenceKind;
  /** Null for a record of the list of whom the report has no student. */
  readonly about: RowSubject | null;
  readonly stateId: string;
  /** The id of the field; empty where the whole student is meant. */
  readonly field: string;
  readonly inList: string;
  readonly inReport: string;
  /** The record of the list; null where it has none. */
  readonly record: number | null;
}

export interface SisComparison {
  readonly differences: readonly SisDifference[];
  /** Students of the report of whom the list has a record. */
  readonly matched: number;
}

/** Compares a list with the students of a report, joined by the identifier that the state gave, field by field. */
export function compareSisValues(
  students: readonly ReportedStudent[],
  records: readonly SisRecord[],
  fields: readonly SisField[],
): SisComparison {
  const listed = grouped(records, ({ stateId }) => foldedIdentifier(stateId));
  const own = grouped(students, ({ stateId }) => foldedIdentifier(stateId));
  const differences: SisDifference[] = [];
  let matched = 0;
  for (const student of students) {
    const { about, stateId } = student;
    const id = foldedIdentifier(stateId);
    const none = { about, stateId, field: "", inList: "", inReport: "", record: null };
    if (id === "" || (own.get(id)?.length ?? 0) > 1) {
      differences.push({ ...none, kind: "no-state-id" });
      continue;
    }
    const ofStudent = listed.get(id);
    if (ofStudent === undefined) {
      differences.push({ ...none, kind: "not-in-list" });
      continue;
    }
    matched++;
    for (const field of fields) differences.push(...differing(student, ofStudent, field));
  }
  for (const [id, [first]] of listed) {
    if (own.has(id) || first === undefined) continue;
    const { stateId, record } = first;
    const nobody = { about: null, field: "", inList: "", inReport: "" };
    differences.push({ kind: "not-in-report", stateId, record, ...nobody });
  }
  return { differences, matched };
}

function differing(
  { about, stateId, says }: ReportedStudent,
  records: readonly SisRecord[],
  field: SisField,
): readonly SisDifference[] {
  const said = records.map((record) => record.says[field.id] ?? null);
  const [first = null] = said;
  const written = says[field.row] ?? "";
  const means = Object.hasOwn(field.means, written) ? field.means[written] : undefined;
  const difference = {
    ...{ about, stateId, field: field.id, record: records[0]?.record ?? null },
    inList: [...new Set(said.map((value) => value ?? ""))].join("; "),
    inReport: means ?? "",
  };
  if (said.some((value) => value !== first)) return [{ ...difference, kind: "contradicts-itself" }];
  if (first === null || means === undefined) return [{ ...difference, kind: "cannot-compare" }];
  return first === means ? [] : [{ ...difference, kind: "differs" }];
}
