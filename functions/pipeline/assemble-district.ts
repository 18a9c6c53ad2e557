import type { Day } from "../domain/day.ts";
import type { PlanId, SchoolId, StudentId } from "../domain/ids.ts";
import type { ActionStep, Goal, Plan, PlanReview } from "../domain/plan.ts";
import { grouped } from "../domain/grouped.ts";
import type { Reject, RejectReason } from "../domain/reject.ts";
import type {
  DisciplineIncident,
  Enrollment,
  ProgramParticipation,
  Student,
} from "../domain/student.ts";
import type { HeldRows, HeldTable, ReadFile } from "./read-file.ts";
import type { CanonicalRows } from "../sources/canonical-rows.ts";
import { FILE_KINDS } from "../sources/profiles.ts";

/** A district's records, each of which refers only to what is there. */
export interface District {
  readonly name: string | null;
  readonly schools: ReadonlyMap<SchoolId, string>;
  readonly students: ReadonlyMap<StudentId, Student>;
  readonly stays: ReadonlyMap<StudentId, readonly Enrollment[]>;
  readonly calendars: ReadonlyMap<SchoolId, readonly Day[]>;
  readonly programs: ReadonlyMap<StudentId, readonly ProgramParticipation[]>;
  readonly incidents: ReadonlyMap<StudentId, readonly DisciplineIncident[]>;
  readonly plans: ReadonlyMap<StudentId, readonly Plan[]>;
  readonly goals: ReadonlyMap<PlanId, readonly Goal[]>;
  readonly actionSteps: ReadonlyMap<string, readonly ActionStep[]>;
  readonly reviews: ReadonlyMap<PlanId, readonly PlanReview[]>;
}

export interface Assembled {
  readonly district: District;
  /** Records of each file, by its SHA-256, that refer to something unknown or stand twice. */
  readonly rejects: Map<string, Reject[]>;
}

/**
 * Joins the files of a district. What a record refers to must be there: a plan file never creates a
 * student, a goal never creates a plan. Later files fill in what earlier ones leave open about a
 * person and replace whole records of the other tables with the same key.
 */
export function assembleDistrict(files: readonly ReadFile[]): Assembled {
  const rejects = new Map<string, Reject[]>();
  const reject = (file: ReadFile, record: number, to: string, reason: RejectReason) => {
    const list = rejects.get(file.sha256) ?? [];
    list.push({ file: file.name, record, column: columnOf(file, to), reason });
    rejects.set(file.sha256, list);
  };

  let name: string | null = null;
  const schools = new Map<SchoolId, string>();
  eachRow(files, "organization", ({ row }) => {
    if (row.type === "district") name = row.name;
    if (row.type === "school") schools.set(row.id as SchoolId, row.name);
  });

  const students = new Map<StudentId, Student>();
  for (const file of files) {
    const seen = new Set<StudentId>();
    for (const { row, record } of file.rows.person) {
      if (seen.has(row.student)) reject(file, record, "student", "duplicate-record");
      else students.set(row.student, filledIn(students.get(row.student), row));
      seen.add(row.student);
    }
  }

  /** Keeps a table's rows by key: unknown references and repeats within one file are rejected. */
  const keep = <T extends HeldTable>(
    table: T,
    keyOf: (row: CanonicalRows[T]) => string,
    faultOf: (row: CanonicalRows[T]) => readonly [to: string, RejectReason] | null,
    keyField: string,
  ): Map<string, CanonicalRows[T]> => {
    const kept = new Map<string, CanonicalRows[T]>();
    for (const file of files) {
      const seen = new Set<string>();
      const rows: HeldRows[T] = file.rows[table];
      for (const { row, record } of rows as { row: CanonicalRows[T]; record: number }[]) {
        const key = keyOf(row);
        const fault =
          faultOf(row) ?? (seen.has(key) ? ([keyField, "duplicate-record"] as const) : null);
        seen.add(key);
        if (fault === null) kept.set(key, row);
        else reject(file, record, ...fault);
      }
    }
    return kept;
  };
  const studentFault = (row: { readonly student: StudentId }) =>
    students.has(row.student) ? null : (["student", "unknown-student"] as const);
  const placeFault = (row: { readonly student: StudentId; readonly school: SchoolId }) =>
    studentFault(row) ?? (schools.has(row.school) ? null : (["school", "unknown-school"] as const));

  const stays = keep(
    "enrollment",
    (row) => `${row.student}\u0000${row.school}\u0000${row.enteredOn}`,
    placeFault,
    "enteredOn",
  );
  const calendarDays = keep(
    "calendarDay",
    (row) => `${row.school}\u0000${row.on}`,
    (row) => (schools.has(row.school) ? null : ["school", "unknown-school"]),
    "on",
  );
  const programs = keep(
    "program",
    (row) => `${row.student}\u0000${row.program}\u0000${row.beganOn}`,
    studentFault,
    "program",
  );
  const incidents = keep(
    "incident",
    (row) => `${row.incident}\u0000${row.student}`,
    placeFault,
    "incident",
  );
  const plans = keep("plan", (row) => row.plan, studentFault, "plan");
  const planFault = (row: { readonly plan: PlanId }) =>
    plans.has(row.plan) ? null : (["plan", "unknown-plan"] as const);
  const goals = keep("goal", (row) => row.goal, planFault, "goal");
  const actionSteps = keep(
    "actionStep",
    (row) => row.actionStep,
    (row) => (goals.has(row.goal) ? null : ["goal", "unknown-goal"]),
    "actionStep",
  );
  const reviews = keep("review", (row) => row.review, planFault, "review");

  const instructional = [...calendarDays.values()].filter(({ isInstructional }) => isInstructional);
  const calendars = new Map(
    [...grouped(instructional, ({ school }) => school)].map(([school, days]) => [
      school,
      days.map(({ on }) => on).sort(),
    ]),
  );
  const district: District = {
    name,
    schools,
    students,
    stays: grouped(stays.values(), ({ student }) => student),
    calendars,
    programs: grouped(programs.values(), ({ student }) => student),
    incidents: grouped(incidents.values(), ({ student }) => student),
    plans: grouped(plans.values(), ({ student }) => student),
    goals: grouped(goals.values(), ({ plan }) => plan),
    actionSteps: grouped(actionSteps.values(), ({ goal }) => goal),
    reviews: grouped(reviews.values(), ({ plan }) => plan),
  };
  return { district, rejects };
}

function eachRow<T extends HeldTable>(
  files: readonly ReadFile[],
  table: T,
  visit: (row: { readonly row: CanonicalRows[T] }) => void,
): void {
  for (const file of files) {
    for (const row of file.rows[table] as unknown as { readonly row: CanonicalRows[T] }[])
      visit(row);
  }
}

/** What is already known of a person wins; the gaps are filled. */
function filledIn(known: Student | undefined, told: Student): Student {
  if (known === undefined) return told;
  return {
    student: known.student,
    givenName: known.givenName === "" ? told.givenName : known.givenName,
    familyName: known.familyName === "" ? told.familyName : known.familyName,
    birthOn: known.birthOn ?? told.birthOn,
    grade: known.grade ?? told.grade,
    sex: known.sex ?? told.sex,
    raceEthnicity: known.raceEthnicity ?? told.raceEthnicity,
  };
}

/** The name, in this file's format, of the column that a field is read from. */
function columnOf({ reading }: ReadFile, to: string): string {
  const kind = FILE_KINDS.find(({ kind }) => kind === reading.kind?.kind);
  const columns = kind?.profile.reads.flatMap((read) => read.columns) ?? [];
  return columns.find((column) => column.to === to)?.from?.[0] ?? "";
}
