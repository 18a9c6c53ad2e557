import { actionStep } from "./action-step.ts";
import { attendanceTotal } from "./attendance-total.ts";
import { attendance } from "./attendance.ts";
import { attestation } from "./attestation.ts";
import { calendarDay } from "./calendar-day.ts";
import { caseload } from "./caseload.ts";
import { classEnrollment } from "./class-enrollment.ts";
import { confirmation } from "./confirmation.ts";
import { duty } from "./duty.ts";
import { enrollment } from "./enrollment.ts";
import { exemption } from "./exemption.ts";
import { goalWording } from "./goal-wording.ts";
import { goal } from "./goal.ts";
import { incident } from "./incident.ts";
import { organization } from "./organization.ts";
import { person } from "./person.ts";
import { planAssent } from "./plan-assent.ts";
import { planComponent } from "./plan-component.ts";
import { plan } from "./plan.ts";
import { program } from "./program.ts";
import type { RecordType } from "./record-type.ts";
import { review } from "./review.ts";
import { session } from "./session.ts";
import { staff } from "./staff.ts";
import { studentEvent } from "./student-event.ts";

/** Every type of record, in the order of display. What a type refers to stands before it. */
export const RECORD_TYPES = {
  organization,
  session,
  person,
  enrollment,
  calendarDay,
  classEnrollment,
  attendance,
  program,
  incident,
  attendanceTotal,
  goalWording,
  plan,
  goal,
  actionStep,
  review,
  exemption,
  attestation,
  planAssent,
  planComponent,
  studentEvent,
  duty,
  confirmation,
  staff,
  caseload,
} as const satisfies { readonly [name: string]: RecordType };

export type RecordTypes = typeof RECORD_TYPES;
export type RecordTypeName = keyof RecordTypes;

/** The names of all types, in the order of display. */
// The keys of a literal, in its order.
export const RECORD_TYPE_NAMES = Object.keys(RECORD_TYPES) as readonly RecordTypeName[];

/** The descriptor of a type, as every step reads it. */
export const recordTypeOf = (name: RecordTypeName): RecordType => RECORD_TYPES[name];
