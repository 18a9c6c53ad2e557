/**
 * From the fields of a record to a row of a canonical table, so that a profile only names columns: as
 * the descriptor of the type says, or by a small reader of the type's own. A reader returns a row whatever it finds, or null where the record says
 * that there is none; the fields say whether a fault was found, and then the row is dropped.
 */
import type { Attestation } from "../../domain/plans/attestation.ts";
import type { CaseloadAssignment } from "../../domain/people/caseload-assignment.ts";
import type { DutyRecord } from "../../domain/plans/duty-record.ts";
import type { Exemption } from "../../domain/plans/exemption.ts";
import { recordTypeOf, type RecordTypes } from "../../domain/record-types/record-types.ts";
import type { RuleConfirmation } from "../../domain/plans/rule-confirmation.ts";
import type { ActionStep, Goal, PlanReview } from "../../domain/plans/plan.ts";
import type { DisciplineIncident, ProgramParticipation } from "../../domain/people/student.ts";
import {
  attendance,
  attendanceTotal,
  type AttendanceRecord,
  type AttendanceTotal,
} from "../attendance/attendance-rows.ts";
import { calendarDay, session, type CalendarDay, type Session } from "../roster/calendar-rows.ts";
import { enrollment, type EnrollmentAsSent } from "../roster/enrollment-rows.ts";
import { describedRow, type DescribedRow } from "./described-row.ts";
import type { Fields } from "../values/fields.ts";
import { actionStep, goal, plan, review, type PlanAsSent } from "../plans/plan-rows.ts";
import { CANONICAL_TABLES, type CanonicalTable } from "../profiles/profile.ts";
import {
  classEnrollment,
  organization,
  person,
  program,
  type ClassEnrollment,
  type Organization,
  type Person,
} from "../roster/roster-rows.ts";
import { caseload, staff, type StaffAsSent } from "../roster/staff-rows.ts";
import {
  attestation,
  confirmation,
  exemption,
  planAssent,
  planComponent,
  studentEvent,
  type AssentOf,
  type ComponentOf,
  type EventOf,
} from "../plans/statement-rows.ts";

/** The rows of types that the field has a name for. */
interface NamedRows {
  readonly organization: Organization;
  readonly session: Session;
  readonly calendarDay: CalendarDay;
  readonly person: Person;
  readonly enrollment: EnrollmentAsSent;
  readonly classEnrollment: ClassEnrollment;
  readonly attendance: AttendanceRecord;
  readonly attendanceTotal: AttendanceTotal;
  readonly program: ProgramParticipation;
  readonly incident: DisciplineIncident;
  readonly plan: PlanAsSent;
  readonly goal: Goal;
  readonly actionStep: ActionStep;
  readonly review: PlanReview;
  readonly exemption: Exemption;
  readonly attestation: Attestation;
  readonly planAssent: AssentOf;
  readonly planComponent: ComponentOf;
  readonly studentEvent: EventOf;
  readonly duty: DutyRecord;
  readonly confirmation: RuleConfirmation;
  readonly staff: StaffAsSent;
  readonly caseload: CaseloadAssignment;
}

/** The row of each type: of a type without a name of its own, what its descriptor says. */
export type CanonicalRows = {
  readonly [T in CanonicalTable]: T extends keyof NamedRows
    ? NamedRows[T]
    : DescribedRow<RecordTypes[T]>;
};

type Readers = { readonly [T in CanonicalTable]: (fields: Fields) => CanonicalRows[T] | null };

/**
 * Readers of types that need more than their descriptor: one field depends on another, or on what
 * is usual.
 */
const OWN_READERS: Partial<Readers> = {
  organization,
  session,
  calendarDay,
  person,
  enrollment,
  classEnrollment,
  attendance,
  attendanceTotal,
  program,
  plan,
  goal,
  actionStep,
  review,
  exemption,
  attestation,
  planAssent,
  planComponent,
  studentEvent,
  confirmation,
  staff,
  caseload,
};

export const CANONICAL_READERS = Object.fromEntries(
  CANONICAL_TABLES.map((table) => [table, OWN_READERS[table] ?? describedRow(recordTypeOf(table))]),
  // One reader for each table, whose rows are of the type.
) as unknown as Readers;
