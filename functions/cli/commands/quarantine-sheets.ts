import { REJECT_REASON_NAMES } from "../../domain/records/reject.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { sheetOf, type Sheet } from "../../reports/spreadsheet-csv.ts";
import type { QuarantinedFile, ShownRejects } from "../../pipeline/conform/quarantine-list.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;
const whole = <N extends string>(name: N, definition: string) =>
  ({ name, type: "integer", title: name, definition }) as const;

/**
 * The data to fix, for the person who fixes it in its source system. It holds no value of a record.
 */
const DATA_TO_FIX = {
  name: "data-to-fix",
  title: "Data to fix",
  description:
    "One row per file, column and reason, or one row for a file that is not used at all.",
  primaryKey: ["sha256", "column", "reason"],
  columns: [
    text("file", "The file as it was sent."),
    text("kind", "The format of the file."),
    text("outcome", "Whether the file as a whole is used."),
    whole("fileRecords", "How many records the file has."),
    whole("fileRejected", "How many of them are not used."),
    whole("fileSetAside", "How many values are left out of records that are used."),
    text("column", "The column; empty if the reason is about the whole record or file."),
    text("reason", "Why records or values are not used."),
    {
      name: "records",
      type: "integer",
      optional: true,
      title: "records",
      definition: "How many records have this reason; empty if it is about the file as a whole.",
    },
    text("remedy", "What to do."),
    text("sha256", "The SHA-256 of the file; ilp quarantine show finds the file by it."),
  ],
} as const satisfies TableDefinition;

export const dataToFixSheet = (files: readonly QuarantinedFile[]): Sheet =>
  sheetOf(
    DATA_TO_FIX,
    files.flatMap(
      ({ file, kind, sha256, outcome, records, rejected, setAside, remedy, reasons }) => {
        const of = {
          ...{ file, kind, sha256, outcome },
          ...{ fileRecords: records, fileRejected: rejected, fileSetAside: setAside },
        };
        const ofFile = { ...of, column: "", reason: "", records: null, remedy };
        return [
          ...(remedy === "" && reasons.length > 0 ? [] : [ofFile]),
          ...reasons.map((reason) => ({
            ...of,
            column: reason.column,
            reason: reason.reasonName,
            records: reason.records,
            remedy: reason.remedy,
          })),
        ];
      },
    ),
  );

const REJECTS = {
  name: "rejects",
  title: "Rejects of one file",
  description: "One row per rejected record that is listed.",
  primaryKey: ["record", "column"],
  columns: [
    whole("record", "The number of the record in the file."),
    text("column", "The column; empty if the reason is about the whole record."),
    text("reason", "Why the record is not used."),
    text("remedy", "What to do."),
  ],
} as const satisfies TableDefinition;

export const rejectsSheet = ({ rejects }: ShownRejects): Sheet =>
  sheetOf(
    REJECTS,
    rejects.map(({ record, column, reason, remedy }) => ({
      ...{ record, column, remedy },
      reason: REJECT_REASON_NAMES[reason],
    })),
  );
