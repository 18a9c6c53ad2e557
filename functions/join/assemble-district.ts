// Longer than most: every table of a district is joined here, each by its own references.
import type { Attestation } from "../domain/plans/attestation.ts";
import type { CaseloadAssignment } from "../domain/people/caseload-assignment.ts";
import type { DutyRecord } from "../domain/plans/duty-record.ts";
import type { Exemption } from "../domain/plans/exemption.ts";
import { schoolId, type PlanId, type SchoolId, type StudentId } from "../domain/ids.ts";
import type { ActionStep, Goal, PlanReview } from "../domain/plans/plan.ts";
import { grouped } from "../domain/text/grouped.ts";
import type { Reject } from "../domain/records/reject.ts";
import type { InstructionalDay } from "../domain/calendar/school-calendar.ts";
import type { RuleConfirmation } from "../domain/plans/rule-confirmation.ts";
import type { StaffRecord } from "../domain/people/staff-member.ts";
import type {
  DisciplineIncident,
  Enrollment,
  ProgramParticipation,
  Student,
} from "../domain/people/student.ts";
import type { AttendanceTotal } from "../sources/attendance/attendance-rows.ts";
import { optionalFields } from "../sources/profiles/canonical-fields.ts";
import type { CanonicalRows } from "../sources/read/canonical-rows.ts";
import type { PlanAsSent } from "../sources/plans/plan-rows.ts";
import type { PassedOver } from "../sources/attendance/duplicate-counts.ts";
import { planYearFault } from "../sources/plans/plan-year.ts";
import type { CanonicalTable } from "../sources/profiles/profile.ts";
import type { ClassEnrollment, Organization } from "../sources/roster/roster-rows.ts";
import type { AssentOf, ComponentOf, EventOf } from "../sources/plans/statement-rows.ts";
import { instructionalDays } from "../sources/roster/instructional-days.ts";
import { currentRecords } from "./current-records.ts";
import { datedStays } from "./dated-enrollments.ts";
import { KEY_OF, rowsIn, type ArrivedFile, type FiledRow } from "./rows-by-key.ts";
import { crosswalkOf, type Crosswalk, type IdentityConflict } from "./identity.ts";
import { nestedSessions } from "./nested-sessions.ts";
import { peopleIn, studentsOf } from "./people.ts";
import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import { passedOverRecords } from "./duplicate-records.ts";
import { studentIdType } from "./read-columns.ts";
import { rowFaults, type Fault } from "./row-faults.ts";
import { byKey, standingRows } from "./rows-in-force.ts";
import { inOrderOfRecording, knownStaff } from "./valid-staff.ts";
import type { HeldTable, ReadFile } from "./held-rows.ts";

/** A district's records, each of which refers only to what is there. */
export interface District {
  readonly name: string | null;
  readonly schools: ReadonlyMap<SchoolId, string>;
  readonly students: ReadonlyMap<StudentId, Student>;
  readonly stays: ReadonlyMap<StudentId, readonly Enrollment[]>;
  /** The instructional days of each school that has any, in order. */
  readonly calendars: ReadonlyMap<SchoolId, readonly InstructionalDay[]>;
  readonly programs: ReadonlyMap<StudentId, readonly ProgramParticipation[]>;
  readonly incidents: ReadonlyMap<StudentId, readonly DisciplineIncident[]>;
  readonly attendanceTotals: ReadonlyMap<StudentId, readonly AttendanceTotal[]>;
  readonly plans: ReadonlyMap<StudentId, readonly PlanAsSent[]>;
  readonly goals: ReadonlyMap<PlanId, readonly Goal[]>;
  readonly actionSteps: ReadonlyMap<string, readonly ActionStep[]>;
  readonly reviews: ReadonlyMap<PlanId, readonly PlanReview[]>;
  readonly exemptions: ReadonlyMap<StudentId, readonly Exemption[]>;
  readonly attestations: ReadonlyMap<StudentId, readonly Attestation[]>;
  readonly assents: ReadonlyMap<StudentId, readonly AssentOf[]>;
  readonly components: ReadonlyMap<StudentId, readonly ComponentOf[]>;
  readonly events: ReadonlyMap<StudentId, readonly EventOf[]>;
  /** What the district did of its own duties, in the order of days. */
  readonly duties: readonly DutyRecord[];
  /** Which rules the district has confirmed or taken back, in the order of recording. */
  readonly confirmations: readonly RuleConfirmation[];
  /** Who works in the district in which role, in the order of recording. */
  readonly staff: readonly StaffRecord[];
  /** Whose caseload students are by the district's list. */
  readonly caseloads: {
    readonly ofStudents: ReadonlyMap<StudentId, readonly CaseloadAssignment[]>;
    readonly ofSchools: ReadonlyMap<string, readonly CaseloadAssignment[]>;
  };
  readonly conflicts: readonly IdentityConflict[];
}

export interface Assembled {
  readonly district: District;
  readonly crosswalk: Crosswalk;
  /** Records of each file, by its SHA-256, that refer to something unknown or give way, and values that are set aside. */
  readonly rejects: Map<string, Reject[]>;
  /** How many records of each file, by its SHA-256, give way to other records of it. */
  readonly passedOver: ReadonlyMap<string, PassedOver>;
}

/** Left out without a reject: the roster itself has taken out what the row refers to. */
const GONE = "gone";
type Referred<T> = T | Fault | typeof GONE;

/**
 * Joins the files of a district. What a record refers to must be there: a plan file never creates a
 * student, a goal never creates a plan. Of several records about the same `standingRows` says which
 * one holds, whatever order they came in. A student's identifier may be of any kind that
 * the roster gives; it becomes the roster's own.
 */
export function assembleDistrict(sent: readonly ArrivedFile[], known: RuleIds): Assembled {
  const { files, removedStudents } = currentRecords(sent);
  const faults = rowFaults();
  const passedOver = passedOverRecords();
  /** Keeps a table's rows by key, each first made to refer to what is there. */
  const keep = <T extends HeldTable>(
    table: T,
    keyField: string,
    refer: (row: CanonicalRows[T], file: ReadFile, record: number) => Referred<CanonicalRows[T]>,
  ): CanonicalRows[T][] => {
    const referring: FiledRow<T>[] = [];
    const faulty: { readonly sent: FiledRow<T>; readonly key: string; readonly fault: Fault }[] =
      [];
    const removed = new Set<string>();
    for (const sent of rowsIn(files, table)) {
      const { file, record } = sent;
      const row = refer(sent.row, file, record);
      if (row === GONE) continue;
      if (!isFault(row)) {
        referring.push({ ...sent, row });
        continue;
      }
      const key = KEY_OF[table](sent.row);
      if (sent.isRemoved) removed.add(key);
      else faulty.push({ sent, key, fault: row });
    }
    // What was removed together with its student refers to nothing, and that is right so.
    for (const { sent, key, fault } of faulty) {
      if (!removed.has(key)) faults.add(sent.file, table, sent.record, fault);
    }
    return [...byKey(table, referring).values()].flatMap((rows) => {
      const standing = standingRows(table, rows);
      passedOver.add(table, keyField, standing.passedOver);
      return standing.rows.filter(({ isRemoved }) => !isRemoved).map(({ row }) => row);
    });
  };

  const organizations = keep("organization", "id", (row) => row);
  const listed = organizations.filter(({ type }) => type === "school");
  const listedPeople = peopleIn(files);
  passedOver.add("person", "student", listedPeople.passedOver);
  const people = listedPeople.people.filter(({ student }) => !removedStudents.has(student));
  const crosswalk = crosswalkOf(people);
  const students = studentsOf(people, crosswalk);

  const withStudent = <T extends { readonly student: StudentId }>(
    table: CanonicalTable,
    row: T,
    file: ReadFile,
  ): T | Fault => {
    const found = crosswalk.resolve(row.student, studentIdType(file, table));
    switch (found.state) {
      case "unknown":
        return ["student", "unknown-student"];
      case "ambiguous":
        return ["student", "ambiguous-student"];
      case "known":
        return found.student === row.student ? row : { ...row, student: found.student };
    }
  };
  /** What a roster says of a student whom it has itself taken out goes with the student. */
  const ofRoster = <T extends { readonly student: StudentId }>(
    table: "enrollment" | "classEnrollment" | "program",
    row: T,
    file: ReadFile,
  ): Referred<T> => (removedStudents.has(row.student) ? GONE : withStudent(table, row, file));
  // Where no file lists schools, those are taken that enrollments name.
  const schools =
    listed.length > 0
      ? new Map(listed.map(({ id, name }) => [id as SchoolId, name]))
      : new Map([...rowsIn(files, "enrollment")].map(({ row: { school } }) => [school, school]));
  const withSchool = <T extends { readonly school: SchoolId }>(row: Referred<T>): Referred<T> =>
    row === GONE || isFault(row) || schools.has(row.school) ? row : ["school", "unknown-school"];

  // The district's own identifier may stand beside a school's: it is no stay.
  const notSchools = new Set(
    organizations.filter(({ type }) => type !== "school").map(({ id }) => id),
  );
  const placed = recordsWithSchool(files, schools);
  const stays = keep("enrollment", "enteredOn", (row, file, record) =>
    notSchools.has(row.school) && placed.get(file)?.has(record) === true
      ? GONE
      : withSchool(ofRoster("enrollment", row, file)),
  );
  const nested = nestedSessions(files);
  for (const { sent, to } of nested.faulty) {
    faults.add(sent.file, "session", sent.record, [to, "outside-its-parent"]);
  }
  passedOver.add("session", "session", nested.passedOver);
  const classes: ClassEnrollment[] = [];
  for (const { row, file, record, isRemoved } of rowsIn(files, "classEnrollment")) {
    const known = ofRoster("classEnrollment", row, file);
    if (isRemoved || known === GONE) continue;
    if (isFault(known)) faults.add(file, "classEnrollment", record, known);
    else classes.push(known);
  }
  const calendarDays = keep("calendarDay", "on", (row) => withSchool(row));
  const programs = keep("program", "program", (row, file) => ofRoster("program", row, file));
  const incidents = keep("incident", "incident", (row, file) =>
    withSchool(withStudent("incident", row, file)),
  );
  const totals = keep("attendanceTotal", "student", (row, file) =>
    withStudent("attendanceTotal", row, file),
  );
  const plans = keep("plan", "plan", (row, file) => withStudent("plan", row, file));
  const planOf = new Map(plans.map((row) => [row.plan, row]));
  /** Refers to a plan that is there; an optional day of another school year is set aside. */
  const withPlan = <T extends "goal" | "review">(
    table: T,
    row: CanonicalRows[T],
    file: ReadFile,
    record: number,
  ): CanonicalRows[T] | Fault => {
    const plan = planOf.get(row.plan);
    if (plan === undefined) return ["plan", "unknown-plan"];
    const fault = planYearFault(table, row, plan);
    if (fault === null) return row;
    const [field, reason, range] = fault;
    if (!optionalFields(table).has(field)) return fault;
    faults.setAside(file, table, record, [field, reason, range]);
    return withPlan(table, { ...row, [field]: null }, file, record);
  };
  const goals = keep("goal", "goal", (row, file, record) => withPlan("goal", row, file, record));
  const studentsOfGoal = new Map<string, Set<StudentId>>();
  for (const { goal, plan } of goals) {
    const student = planOf.get(plan)?.student;
    const students = studentsOfGoal.get(goal) ?? new Set<StudentId>();
    if (student !== undefined) students.add(student);
    studentsOfGoal.set(goal, students);
  }
  const actionSteps = keep("actionStep", "actionStep", (row) => {
    const students = studentsOfGoal.get(row.goal);
    if (students === undefined) return ["goal", "unknown-goal"];
    // Where goals are numbered within each plan, one student's step is not to count for another.
    return students.size > 1 ? ["goal", "ambiguous-goal"] : row;
  });
  const reviews = keep("review", "review", (row, file, record) =>
    withPlan("review", row, file, record),
  );
  const withRule = <T extends { readonly requirement: string }>(row: T): T | Fault =>
    known.requirements.has(row.requirement) ? row : ["requirement", "unknown-requirement"];
  const exemptions = keep("exemption", "requirement", (row, file) => {
    const found = row.requirement === "all" ? row : withRule(row);
    return isFault(found) ? found : withStudent("exemption", found, file);
  });
  const attestations = keep("attestation", "requirement", (row, file) => {
    const found = withRule(row);
    return isFault(found) ? found : withStudent("attestation", found, file);
  });
  const duties = keep("duty", "duty", (row) =>
    known.duties.has(row.duty) ? row : ["duty", "unknown-duty"],
  );
  const confirmations = keep("confirmation", "requirement", (row) =>
    known.byMandate.get(row.mandate)?.has(row.requirement) === true
      ? row
      : ["requirement", "unknown-requirement"],
  );
  const assents = keep("planAssent", "givenOn", (row, file) =>
    withStudent("planAssent", row, file),
  );
  const components = keep("planComponent", "component", (row, file) =>
    withStudent("planComponent", row, file),
  );
  const events = keep("studentEvent", "event", (row, file) =>
    withStudent("studentEvent", row, file),
  );
  const staff = keep("staff", "staff", (row, file, record) => {
    const known = knownStaff(row, schools);
    for (const fault of known.setAside) faults.add(file, "staff", record, fault);
    return known.row;
  });
  const dated = datedStays(stays, classes, nested.sessions);
  const enrolled = new Set(dated.map(({ student }) => student));
  const caseloads = keep("caseload", "counselor", (row, file) => {
    const { student } = row;
    if (student === null) {
      return schools.has(schoolId(row.school)) ? row : ["school", "unknown-school"];
    }
    const found = withStudent("caseload", { ...row, student }, file);
    return isFault(found) || enrolled.has(found.student) ? found : ["student", "not-enrolled"];
  });

  const calendars = new Map(
    [...grouped(calendarDays, ({ school }) => school)].map(([school, days]) => [
      school,
      instructionalDays(days),
    ]),
  );
  const district: District = {
    name: districtName(organizations),
    schools,
    students,
    stays: grouped(dated, ({ student }) => student),
    calendars,
    programs: grouped(programs, ({ student }) => student),
    incidents: grouped(incidents, ({ student }) => student),
    attendanceTotals: grouped(totals, ({ student }) => student),
    plans: grouped(plans, ({ student }) => student),
    goals: grouped(goals, ({ plan }) => plan),
    actionSteps: grouped(actionSteps, ({ goal }) => goal),
    reviews: grouped(reviews, ({ plan }) => plan),
    exemptions: grouped(exemptions, ({ student }) => student),
    attestations: grouped(attestations, ({ student }) => student),
    assents: grouped(assents, ({ student }) => student),
    components: grouped(components, ({ student }) => student),
    events: grouped(events, ({ student }) => student),
    duties: duties.sort((a, b) => (byDay(a) < byDay(b) ? -1 : 1)),
    confirmations: confirmations.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
    staff: inOrderOfRecording(staff),
    caseloads: {
      ofStudents: grouped(caseloads.filter(isOfStudent), ({ student }) => student),
      ofSchools: grouped(
        caseloads.filter((row) => !isOfStudent(row)),
        ({ school }) => school,
      ),
    },
    conflicts: crosswalk.conflicts,
  };
  const { counts, contradictions } = passedOver.end();
  const rejects = faults.end();
  for (const [sha256, more] of contradictions) {
    if (more.length > 0) rejects.set(sha256, [...(rejects.get(sha256) ?? []), ...more]);
  }
  return { district, crosswalk, rejects, passedOver: counts };
}

/** Of several the one with the smallest identifier, whatever order they stand in. */
const districtName = (organizations: readonly Organization[]): string | null =>
  organizations
    .filter(({ type }) => type === "district")
    .reduce<Organization | null>(
      (first, one) => (first !== null && first.id < one.id ? first : one),
      null,
    )?.name ?? null;

const isOfStudent = (
  row: CaseloadAssignment,
): row is CaseloadAssignment & { readonly student: StudentId } => row.student !== null;

const byDay = ({ doneOn, duty }: DutyRecord): string => `${doneOn} ${duty}`;

const isFault = <T>(row: T | Fault): row is Fault => Array.isArray(row);

/** The records of each file that enroll a student in a school. */
function recordsWithSchool(
  files: readonly ArrivedFile[],
  schools: ReadonlyMap<SchoolId, string>,
): ReadonlyMap<ReadFile, ReadonlySet<number>> {
  return new Map(
    files.map((file) => {
      const placed = file.rows.enrollment.filter(({ row }) => schools.has(row.school));
      return [file, new Set(placed.map(({ record }) => record))];
    }),
  );
}
