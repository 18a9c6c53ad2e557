import { sheetOf, type Sheet } from "../../spreadsheet-csv.ts";
import type { TableDefinition } from "../../../domain/records/table-definition.ts";
import type { RecordToFix } from "./gate.ts";
import { FIX_OWNERS, type FixOwner } from "../rows/report-row.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;

/** What keeps a report from going out, record by record. It names students: it stays inside the district. */
const TO_FIX = {
  name: "report-to-fix",
  title: "Records to fix",
  description: "One row per record and thing that is wrong with it.",
  primaryKey: ["school", "studentId", "field", "check"],
  columns: [
    text("owner", "Who can fix it."),
    text("school", "The school of the record."),
    text("studentId", "The student's identifier in the student information system."),
    text("familyName", "Family name."),
    text("givenName", "Given name."),
    text("field", "The field of the report; empty where it is about the whole record."),
    text("because", "What is wrong."),
    text("system", "Where it is to be changed."),
    text("column", "What is to be changed there."),
    text("remedy", "What to do."),
    {
      name: "isBlocking",
      type: "boolean",
      title: "isBlocking",
      definition: "Whether the file waits for it.",
    },
    text("check", "The check that fails."),
  ],
} as const satisfies TableDefinition;

/** Owners as a person reads them. */
export const FIX_OWNER_NAMES: { readonly [owner in FixOwner]: string } = {
  registrar: "Registrar",
  counselor: "Counselor",
  vendor: "Vendor of the plan platform",
  "state-reporter": "State reporter",
};

/** The list to fix as rows of a spreadsheet: what blocks first, then by owner and school. */
export const toFixSheet = (toFix: readonly RecordToFix[]): Sheet =>
  sheetOf(
    TO_FIX,
    inOrder(toFix).map(
      ({ about, owner, field, because, system, column, remedy, isBlocking, check }) => ({
        ...{ owner: FIX_OWNER_NAMES[owner], school: about.schoolName, studentId: about.student },
        ...{ familyName: about.familyName, givenName: about.givenName },
        ...{ field, because, system, column, remedy, isBlocking, check },
      }),
    ),
  );

/** What blocks first, then by owner, school and student. */
export const inOrder = (toFix: readonly RecordToFix[]): readonly RecordToFix[] =>
  toFix.toSorted(
    (a, b) =>
      Number(b.isBlocking) - Number(a.isBlocking) ||
      FIX_OWNERS.indexOf(a.owner) - FIX_OWNERS.indexOf(b.owner) ||
      a.about.schoolName.localeCompare(b.about.schoolName, "en-US") ||
      a.about.familyName.localeCompare(b.about.familyName, "en-US"),
  );
