import type { StaffRole } from "../domain/people/staff-member.ts";
import { REQUEST_KINDS } from "./grants.ts";

/** The kinds of requests, and what happens to a session. */
export const LOG_KINDS = [...REQUEST_KINDS, "open-session", "change-demo-role"] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** One look or one record, as the access log keeps it. It names no student. */
export interface LogEntry {
  /** The instant, as ISO text. */
  readonly at: string;
  /** The staff id, or "system account". */
  readonly who: string;
  /** The role that decided; null for the system account, and where none did. */
  readonly role: StaffRole | null;
  /** Whether the staff member was a demo role that anybody may take. */
  readonly isDemo: boolean;
  readonly kind: LogKind;
  /** What was asked, such as "students" or "worklist.csv"; no value of a student. */
  readonly what: string;
  /** The schools whose figures or students were shown; null for the whole district. */
  readonly schools: readonly string[] | null;
  /** How many students were named; null where a look names none. */
  readonly students: number | null;
  /**
   * If it is about one student: a pseudonym that cannot be turned back into an id; null otherwise.
   */
  readonly subject: string | null;
  readonly isAllowed: boolean;
  readonly because: string;
  /** Through the console, or by the command line. */
  readonly through: "console" | "command";
}
