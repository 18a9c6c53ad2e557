import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { sheetOf, type Sheet } from "../spreadsheet-csv.ts";
import type { DifferenceKind, SisDifference } from "./compare-sis-values.ts";
import type { SisField } from "./sis-profile.ts";

const text = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", title: name, definition }) as const;

const SIS_DIFFERENCES = {
  name: "sis-differences",
  title: "Where the student information system and the plans differ",
  description:
    "One row per student and field that differs. It names students: keep it inside the district.",
  primaryKey: ["stateId", "student", "field"],
  columns: [
    text("difference", "How they differ."),
    text(
      "school",
      "The school that counts the student; empty of somebody who is not in the report.",
    ),
    text("student", "The student's identifier in the student information system."),
    text("familyName", "Family name."),
    text("givenName", "Given name."),
    text("stateId", "The identifier that the state gave."),
    text("field", "What both say; empty where the whole student is meant."),
    text("inList", "What the student information system's list says."),
    text("inReport", "What the plan or the roster says."),
    text("whatToDo", "What to do."),
    {
      name: "record",
      type: "integer",
      optional: true,
      title: "record",
      definition: "The record of the list, counted without the header; empty where it has none.",
    },
  ],
} as const satisfies TableDefinition;

/** Each kind of difference in words, and what to do about it. */
export const DIFFERENCES: {
  readonly [kind in DifferenceKind]: { readonly words: string; readonly remedy: string };
} = {
  differs: {
    words: "the two differ",
    remedy: "Ask the counselor which one is right, and correct the other.",
  },
  "cannot-compare": {
    words: "cannot be compared",
    remedy: "Complete what is empty: the contents of plans, or the columns of the list.",
  },
  "contradicts-itself": {
    words: "the list says two things",
    remedy: "Correct one of the student's records in the student information system.",
  },
  "not-in-list": {
    words: "not in the list",
    remedy:
      "Check whether the list has all schools and grades, and the student's state identifier.",
  },
  "not-in-report": {
    words: "not in the report",
    remedy: "Check the student's enrollment and grade level on the count day.",
  },
  "no-state-id": {
    words: "no state identifier of its own",
    remedy: "Fill in or correct the state identifier in the student information system.",
  },
};

export const sisDifferencesSheet = (
  differences: readonly SisDifference[],
  fields: readonly SisField[],
): Sheet => {
  const titles = new Map(fields.map(({ id, title }) => [id, title]));
  return sheetOf(
    SIS_DIFFERENCES,
    differences.map(({ kind, about, stateId, field, inList, inReport, record }) => ({
      difference: DIFFERENCES[kind].words,
      school: about?.schoolName ?? "",
      student: about?.student ?? "",
      familyName: about?.familyName ?? "",
      givenName: about?.givenName ?? "",
      ...{ stateId, field: titles.get(field) ?? field, inList, inReport },
      ...{ whatToDo: DIFFERENCES[kind].remedy, record },
    })),
  );
};
