import type { TableDefinition } from "../domain/records/table-definition.ts";
import { sheetOf, type Sheet } from "./spreadsheet-csv.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;
const whole = <N extends string>(name: N, definition: string) =>
  ({ name, type: "integer", optional: true, title: name, definition }) as const;

/** What is to be fixed, by owner, as a spreadsheet. It names no student and holds no value of a record. */
const TO_FIX = {
  name: "data-to-fix",
  title: "Data to fix, by owner",
  description: "One row per record problem and school, or per file, column and reason.",
  primaryKey: ["owner", "school", "file", "column", "what"],
  columns: [
    text("owner", "Who can fix it."),
    text("school", "The school; empty of a file."),
    text("file", "The file as it was sent; empty of a record problem."),
    text("column", "The column; empty where it is about the whole record or file."),
    text("what", "What does not agree, or why it is not used."),
    whole("students", "How many students it touches; empty where it cannot be determined."),
    whole("records", "How many records of the file; empty where it is not about records."),
    text(
      "recordNumbers",
      "Which records of the file, by number: the first record after the header is 1. Of many only the first are named; ilp quarantine show lists them.",
    ),
    text("remedy", "What to do."),
  ],
} as const satisfies TableDefinition;

interface OwnerRows {
  readonly ownerName: string;
  readonly problems: readonly {
    readonly name: string;
    readonly schoolName: string;
    readonly students: number;
    readonly remedy: string;
  }[];
  readonly files: readonly {
    readonly file: string;
    readonly column: string;
    readonly outcomeName: string;
    readonly reason: string;
    readonly records: number | null;
    readonly recordNumbers: string;
    readonly students: number | null;
    readonly remedy: string;
  }[];
}

export const dataToFixByOwner = (owners: readonly OwnerRows[]): Sheet =>
  sheetOf(
    TO_FIX,
    owners.flatMap(({ ownerName: owner, problems, files }) => [
      ...problems.map(({ name, schoolName, students, remedy }) => ({
        ...{ owner, school: schoolName, file: "", column: "", what: name },
        ...{ students, records: null, recordNumbers: "", remedy },
      })),
      ...files.map(({ outcomeName, reason, ...item }) => ({
        ...{ owner, school: "", what: reason === "" ? outcomeName : reason },
        ...item,
      })),
    ]),
  );
