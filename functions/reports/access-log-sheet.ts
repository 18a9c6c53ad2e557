import type { TableDefinition } from "../domain/records/table-definition.ts";
import { sheetOf, type Sheet } from "./spreadsheet-csv.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;

/** Entries of the access log as a spreadsheet. It names no student. */
const ENTRIES = {
  name: "access-log",
  title: "Entries of the access log",
  description: "One row per look or record, the newest first.",
  primaryKey: ["at", "who", "what"],
  columns: [
    text("at", "The instant, in UTC."),
    text("who", "The staff id, or the system account."),
    text("role", "The role that decided; empty where none did."),
    text("demo", "yes where anybody may take the role."),
    text("kind", "What sort of look or record."),
    text("what", "What was asked."),
    text("schools", "The ids of the schools, separated by semicolons; empty for the district."),
    {
      name: "students",
      type: "integer",
      optional: true,
      title: "students",
      definition: "How many students were named; empty where a look names none.",
    },
    text("subject", "A name that stands for the one student, which nobody can turn back."),
    text("allowed", "yes or no."),
    text("because", "Why."),
    text("through", "console or command."),
  ],
} as const satisfies TableDefinition;

/** What a row is made from. */
interface LoggedEntry {
  readonly at: string;
  readonly who: string;
  readonly role: string | null;
  readonly isDemo: boolean;
  readonly kind: string;
  readonly what: string;
  readonly schools: readonly string[] | null;
  readonly students: number | null;
  readonly subject: string | null;
  readonly isAllowed: boolean;
  readonly because: string;
  readonly through: string;
}

export const accessLogSheet = (entries: readonly LoggedEntry[]): Sheet =>
  sheetOf(
    ENTRIES,
    entries.map((entry) => ({
      ...{ at: entry.at, who: entry.who, role: entry.role ?? "", kind: entry.kind },
      ...{ demo: entry.isDemo ? "yes" : "", what: entry.what, students: entry.students },
      schools: (entry.schools ?? []).join(";"),
      subject: entry.subject ?? "",
      allowed: entry.isAllowed ? "yes" : "no",
      ...{ because: entry.because, through: entry.through },
    })),
  );
