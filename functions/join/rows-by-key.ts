import type { CanonicalRows } from "../sources/read/canonical-rows.ts";
import type { HeldRow, HeldTable, ReadFile } from "./held-rows.ts";

/** A file with its place among the others. */
export interface ArrivedFile extends ReadFile {
  /**
   * Greater is later. Files that came together have one number, and so have all whole files: each is
   * in force as its system's own account, however long ago it was last changed.
   */
  readonly arrival: number;
}

/** A row with the file it came from. */
export interface FiledRow<T extends HeldTable> extends HeldRow<T> {
  readonly file: ArrivedFile;
}

/** The rows of a table in all files, earlier files first. */
export function* rowsIn<T extends HeldTable>(
  files: readonly ArrivedFile[],
  table: T,
): Generator<FiledRow<T>> {
  for (const file of files) {
    // The table decides the type of its rows.
    for (const row of file.rows[table] as unknown as HeldRow<T>[]) yield { ...row, file };
  }
}

/** Of two rows with one key the one changed later holds, and of two that do not say so the one that came later. */
export const isNewer = (
  row: { readonly modifiedAt: string },
  held: { readonly modifiedAt: string },
): boolean => row.modifiedAt === "" || held.modifiedAt === "" || row.modifiedAt >= held.modifiedAt;

/** The key of a row of each table: what makes two rows be about the same. */
export const KEY_OF: { readonly [T in HeldTable]: (row: CanonicalRows[T]) => string } = {
  organization: ({ id }) => id,
  session: ({ session, title, beginsOn, endsOn }) =>
    session === "" ? `${title}\u0000${beginsOn}\u0000${endsOn}` : session,
  calendarDay: ({ school, calendar, on }) => `${school}\u0000${calendar ?? ""}\u0000${on}`,
  person: ({ student }) => student,
  enrollment: ({ student, school, enteredOn }) => `${student}\u0000${school}\u0000${enteredOn}`,
  classEnrollment: ({ student, school, beginsOn, endsOn }) =>
    `${student}\u0000${school}\u0000${beginsOn ?? ""}\u0000${endsOn ?? ""}`,
  attendanceTotal: ({ student, school, schoolYear }) =>
    `${student}\u0000${school ?? ""}\u0000${schoolYear}`,
  program: ({ student, program, beganOn }) => `${student}\u0000${program}\u0000${beganOn}`,
  incident: ({ incident, student }) => `${incident}\u0000${student}`,
  plan: ({ plan }) => plan,
  goal: ({ goal }) => goal,
  actionStep: ({ actionStep }) => actionStep,
  review: ({ review }) => review,
  exemption: ({ student, requirement, from }) => `${student}\u0000${requirement}\u0000${from}`,
  attestation: ({ student, requirement, from }) => `${student}\u0000${requirement}\u0000${from}`,
  planAssent: ({ student, role, degree, givenOn }) =>
    `${student}\u0000${role}\u0000${degree}\u0000${givenOn}`,
  planComponent: ({ student, component, enteredOn, strand }) =>
    `${student}\u0000${component}\u0000${enteredOn}\u0000${strand}`,
  studentEvent: ({ student, kind, occurredOn }) => `${student}\u0000${kind}\u0000${occurredOn}`,
  duty: ({ duty, doneOn }) => `${duty}\u0000${doneOn}`,
  // Each statement is kept: what was confirmed and taken back can be looked up.
  confirmation: ({ mandate, requirement, recordedAt }) =>
    `${mandate}\u0000${requirement}\u0000${recordedAt}`,
  // Each record is kept here too; roles that nobody knows are no repeats of one another.
  staff: ({ staff, role, roleAsSent, recordedAt }) =>
    `${staff}\u0000${role ?? roleAsSent}\u0000${recordedAt}`,
  caseload: ({ counselor, student, school, grade, familyNameFrom, familyNameUntil }) =>
    [counselor, student ?? "", school, grade ?? "", familyNameFrom, familyNameUntil].join("\u0000"),
};
