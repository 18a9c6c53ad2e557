import { REJECT_REASON_NAMES } from "../../domain/records/reject.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { sheetOf, type Sheet } from "../../reports/spreadsheet-csv.ts";
import type { QuarantinedFile, ShownRejects } from "../steps/quarantine.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;
const whole = <N extends string>(name: N, definition: string) =>
  ({ name, type: "integer", title: name, definition }) as const;

/** The data to fix, for whoever mends it in the system that it came from. It holds no value of a record. */
const DATA_TO_FIX = {
  name: "data-to-fix",
  title: "Data to fix",
  description: "One row per file, column and reason; one row for a file that is not used at all.",
  primaryKey: ["sha256", "column", "reason"],
  columns: [
    text("file", "The file as it was sent."),
    text("kind", "The format that it is read as."),
    text("outcome", "What became of the file as a whole."),
    whole("fileRecords", "Records of the file."),
    whole("fileRejected", "Records of the file that are not used."),
    whole("fileSetAside", "Values of the file that are set aside, their records being used."),
    text("column", "The column; empty where the reason is of the whole record or file."),
    text("reason", "Why records are not used, or values are set aside."),
    {
      name: "records",
      type: "integer",
      optional: true,
      title: "records",
      definition: "Records with this reason; empty for the file as a whole.",
    },
    text("remedy", "What to do."),
    text("sha256", "The SHA-256 of the file, by which ilp quarantine show finds it."),
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
          ...reasons.map((one) => ({
            ...of,
            column: one.column,
            reason: one.reasonName,
            records: one.records,
            remedy: one.remedy,
          })),
        ];
      },
    ),
  );

const REJECTS = {
  name: "rejects",
  title: "Rejects of one file",
  description: "One row per reject that is kept.",
  primaryKey: ["record", "column"],
  columns: [
    whole("record", "The number of the record in the file as sent."),
    text("column", "The column; empty where the reason is of the whole record."),
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
