import type { Reject } from "../../domain/records/reject.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import type { ReportInHand } from "../state/checks/report-check.ts";
import type { ReportField } from "../state/definitions/report-definition.ts";
import {
  compareSisValues,
  type ReportedStudent,
  type SisComparison,
} from "./compare-sis-values.ts";
import { readSisValues } from "./read-sis-values.ts";
import type { SisField, SisProfile } from "./sis-profile.ts";
import { SIS_PROFILES } from "./sis-profiles.ts";

/** A student information system's own list beside a report. It names students. */
export interface ComparedWithSis extends SisComparison {
  readonly profile: Pick<SisProfile, "id" | "title" | "status">;
  readonly fields: readonly SisField[];
  /** All records of the list, and the students of the report. */
  readonly listed: number;
  readonly students: number;
  /** Columns of the profile that the list does not have. */
  readonly lacking: readonly string[];
  /** Records that could not be read; no value. */
  readonly rejects: readonly Reject[];
  readonly isCutShort: boolean;
}

/** Why a list cannot be compared. */
export interface NotComparable {
  readonly because: string;
}

/**
 * Compares a report with what the student information system itself says of its students. No check of the
 * gate waits for it.
 */
export function compareWithSis(
  inHand: ReportInHand,
  list: { readonly name: string; readonly text: string },
): ComparedWithSis | NotComparable {
  const { id: report } = inHand.context.definition;
  const profile = SIS_PROFILES.find((candidate) => candidate.report === report);
  if (profile === undefined) return noProfile(report);
  const read = readSisValues(list, profile);
  const [stateId = ""] = profile.stateId;
  if (read.lacking.includes(stateId)) return lacks(profile.stateId);
  const fields = profile.fields.filter(({ id }) => read.compared.includes(id));
  if (fields.length === 0) {
    return lacks(profile.fields.flatMap(({ columns }) => columns[0]?.names ?? []));
  }
  const students = studentsOf(inHand, fields);
  const { id, title, status } = profile;
  return {
    ...compareSisValues(students, read.records, fields),
    ...{ profile: { id, title, status }, fields, listed: read.count, students: students.length },
    ...{ lacking: read.lacking, rejects: read.rejects, isCutShort: read.isCutShort },
  };
}

const lacks = (names: readonly string[]): NotComparable => ({
  because: `the list has no column to compare: expected one named ${names.join(" or ")}`,
});

function noProfile(report: string): NotComparable {
  const reports = SIS_PROFILES.map((candidate) => candidate.report);
  return {
    because: `${report} is compared with no list of a student information system; ${namesToTry(report, reports)}`,
  };
}

/** The students of a report with what its records say, as its rows said it before it had a code. */
function studentsOf(
  { fields, records }: ReportInHand,
  compared: readonly SisField[],
): readonly ReportedStudent[] {
  const stateId = valueOf(fields, "student.stateId");
  const values = compared.map(({ row }) => [row, valueOf(fields, row)] as const);
  return records.map(({ about, cells }) => ({
    about,
    stateId: stateId(cells),
    says: Object.fromEntries(values.map(([row, value]) => [row, value(cells)])),
  }));
}

function valueOf(
  fields: readonly ReportField[],
  row: string,
): (cells: readonly string[]) => string {
  const place = fields.findIndex(({ source }) => "row" in source && source.row === row);
  if (place < 0) throw new Error(`the report has no field of ${row}`);
  const codes = Object.entries(fields[place]?.codes ?? {});
  return (cells) => {
    const cell = cells[place] ?? "";
    return codes.find(([, code]) => code === cell)?.[0] ?? cell;
  };
}
