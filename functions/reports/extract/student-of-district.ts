import type { StudentId } from "../../domain/ids.ts";

/** A student of the district before anything is recoded or suppressed. */
export interface StudentOfDistrict {
  readonly student: StudentId;
  readonly isUnderMandate: boolean;
  /** Whether nothing of the mandate is asked of the student, as somebody decided. */
  readonly isExempt: boolean;
  /** By column of the extract the finest value; empty for a student who is not under the mandate. */
  readonly values: ReadonlyMap<string, string>;
}
