import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { sheetOf, type Sheet } from "../spreadsheet-csv.ts";
import { FIX_OWNER_NAMES } from "../state/gate/to-fix-sheet.ts";
import { OUR_CHECKS } from "./error-profile.ts";
import { UNMATCHED, type ErrorMatch, type JoinedError } from "./join-errors.ts";
import { whatToDo } from "./what-to-do.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;

/** What a state reported, joined to our students. It names students and holds values: for those who may see the data to fix. */
const STATE_ERRORS = {
  name: "state-errors",
  title: "Errors that the state reported",
  description:
    "One row per error of the state's report. It names students: keep it inside the district.",
  primaryKey: ["reportRecord"],
  columns: [
    text("severity", "How bad the state says it is: fatal, error, warning or info."),
    text("rule", "The state's rule, by its id."),
    text("message", "The state's message, as it wrote it."),
    text("field", "The field of the file that was sent; empty where the report names none."),
    text("value", "The value that the state refused; empty where the report gives none."),
    text("expected", "The value that the state has; empty where the report gives none."),
    text("school", "The student's school; empty without a student."),
    text("student", "The student's identifier in the student information system."),
    text("familyName", "Family name."),
    text("givenName", "Given name."),
    text("match", "How the student was found, or why none was."),
    text("owner", "Who can fix it."),
    text("whatToDo", "What to do."),
    text(
      "ourCheck",
      "Which of our checks looks for this in the files that are made with ilp report.",
    ),
    text(
      "scope",
      "What it is about: a record, a file, several files, or a change since last year.",
    ),
    text("recordType", "The type of record; empty where the report does not say."),
    {
      name: "recordNumber",
      type: "integer",
      optional: true,
      title: "recordNumber",
      definition:
        "The number of the record in the file that was sent; empty where the report does not say.",
    },
    {
      name: "reportRecord",
      type: "integer",
      title: "reportRecord",
      definition: "The number of the record in the state's report.",
    },
  ],
} as const satisfies TableDefinition;

export const stateErrorsSheet = (joined: readonly JoinedError[]): Sheet =>
  sheetOf(
    STATE_ERRORS,
    joined.map((item) => {
      const { error, match, check, owner } = item;
      const student = "student" in match ? match.student : null;
      return {
        ...{ severity: error.severity, rule: error.ruleId, message: error.message },
        ...{ field: error.field, value: error.value, expected: error.expected },
        school: student?.schoolName ?? "",
        student: student?.student ?? "",
        familyName: student?.familyName ?? "",
        givenName: student?.givenName ?? "",
        match: matchInWords(match),
        owner: FIX_OWNER_NAMES[owner],
        whatToDo: whatToDo(item),
        ourCheck: checkInWords(check),
        ...{ scope: SCOPE_NAMES[error.scope], recordType: error.recordType },
        ...{ recordNumber: error.recordNumber, reportRecord: error.reportRecord },
      };
    }),
  );

/** Which of our checks would have found an error, in words. */
export const checkInWords = (check: JoinedError["check"]): string =>
  check === null ? "no check of ours: add one" : OUR_CHECKS[check];

function matchInWords(match: ErrorMatch): string {
  switch (match.kind) {
    case "state-id":
      return "by the state identifier";
    case "local-id":
      return "by the local identifier";
    case "whole-file":
      return "about the whole file";
    case "unmatched":
      return `not matched: ${UNMATCHED[match.because]}`;
  }
}

const SCOPE_NAMES: { readonly [scope in JoinedError["error"]["scope"]]: string } = {
  record: "record",
  file: "file",
  crossFile: "several files",
  swing: "change since last year",
};
