import type { Reject } from "../../domain/records/reject.ts";
import { namesToTry } from "../../domain/text/nearest-name.ts";
import {
  compareSisValues,
  type ReportedStudent,
  type SisComparison,
} from "../../reports/sis-values/compare-sis-values.ts";
import { readSisValues } from "../../reports/sis-values/read-sis-values.ts";
import type { SisField, SisProfile } from "../../reports/sis-values/sis-profile.ts";
import { SIS_PROFILES } from "../../reports/sis-values/sis-profiles.ts";
import type { ReportInHand } from "../../reports/state/checks/report-check.ts";
import type { ReportField } from "../../reports/state/definitions/report-definition.ts";
import { NotPossible } from "../not-possible.ts";
import type { MadeReport } from "./make-report.ts";
import { sentText } from "./sent-text.ts";

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

/**
 * Compares a report with what the student information system itself says of its students. The list is
 * read and not kept, and no check of the gate waits for it.
 * @throws NotPossible for a report without a profile, and a list without the columns to compare
 */
export function compareWithSis(
  { inHand }: Pick<MadeReport, "inHand">,
  file: { readonly name: string; readonly bytes: Uint8Array },
): ComparedWithSis {
  const profile = profileOf(inHand.context.definition.id);
  const read = readSisValues({ name: file.name, text: sentText(file.name, file.bytes) }, profile);
  const [stateId = ""] = profile.stateId;
  if (read.lacking.includes(stateId)) throw new NotPossible(lacks(profile.stateId));
  const fields = profile.fields.filter(({ id }) => read.compared.includes(id));
  if (fields.length === 0) {
    throw new NotPossible(lacks(profile.fields.flatMap(({ columns }) => columns[0]?.names ?? [])));
  }
  const students = studentsOf(inHand, fields);
  const { id, title, status } = profile;
  return {
    ...compareSisValues(students, read.records, fields),
    ...{ profile: { id, title, status }, fields, listed: read.count, students: students.length },
    ...{ lacking: read.lacking, rejects: read.rejects, isCutShort: read.isCutShort },
  };
}

const lacks = (names: readonly string[]): string =>
  `the list has no column to compare: expected one named ${names.join(" or ")}`;

function profileOf(report: string): SisProfile {
  const profile = SIS_PROFILES.find((candidate) => candidate.report === report);
  if (profile !== undefined) return profile;
  const ids = SIS_PROFILES.map((candidate) => candidate.report);
  throw new NotPossible(
    `${report} is compared with no list of a student information system; ${namesToTry(report, ids)}`,
  );
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
