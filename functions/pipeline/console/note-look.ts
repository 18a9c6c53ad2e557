import type { RequestKind } from "../../access/grants.ts";
import type { LogEntry } from "../../access/log-entry.ts";
import type { Permit } from "../../access/permit.ts";
import { readerId } from "../../access/reader.ts";
import { noteAccess, subjectOf } from "./access-log.ts";
import type { ConsoleCase } from "./console-case.ts";

/** What was looked at or recorded, as the log has it. */
export interface Look {
  readonly kind: RequestKind;
  /** Such as "students" or "rates.arrow"; no value of a student. */
  readonly what: string;
  readonly permit: Permit;
  /** Null for the whole district. */
  readonly schools: readonly string[] | null;
  /** How many students are named; null where none is. */
  readonly students?: number | null;
  /** The one student whom the look or the record is about. */
  readonly student?: string | null;
}

/** Logs a look or a record before the answer is sent: what cannot be logged is not shown. */
export async function noteLook(
  { places, who, reader, at: instant }: ConsoleCase,
  { kind, what, permit, schools, students = null, student = null }: Look,
): Promise<void> {
  const entry: LogEntry = {
    at: instant,
    who: readerId(reader),
    role: permit.role,
    isDemo: who.isDemo,
    ...{ kind, what, schools, students },
    subject: student === null ? null : await subjectOf(places.records, who.district, student),
    isAllowed: permit.isAllowed,
    because: permit.because,
    through: who.through,
  };
  await noteAccess(places.records, who.district, entry);
}
