import { RACE_ETHNICITIES, SEXES } from "../people/demographics.ts";
import { GRADES } from "../people/grade.ts";
import { all, BORN, ID, oneOf, STUDENT, TEXT, YES_NO } from "./field.ts";
import { recordType } from "./record-type.ts";
import { column, optional } from "./stored-table.ts";

/** A student as one file tells of them, with the other identifiers that it knows. */
export const person = recordType({
  name: "person",
  words: { one: "student", many: "students" },
  fields: {
    student: STUDENT,
    stateId: ID,
    localId: ID,
    username: ID,
    email: ID,
    otherIds: TEXT,
    givenName: TEXT,
    familyName: TEXT,
    birthOn: BORN,
    grade: oneOf(GRADES),
    sex: oneOf(SEXES),
    raceEthnicity: oneOf(RACE_ETHNICITIES),
    isHispanic: YES_NO,
    isAmericanIndian: YES_NO,
    isAsian: YES_NO,
    isBlack: YES_NO,
    isPacificIslander: YES_NO,
    isWhite: YES_NO,
    isMultiple: YES_NO,
  },
  required: all("student"),
  key: ["student"],
  keyField: "student",
  references: [],
  guardedBy: ["student"],
  table: {
    name: "student",
    title: "Students",
    description: "One row per student ever enrolled in the school.",
    primaryKey: ["student"],
    columns: [
      column("student", "text", "The student's identifier in the student information system."),
      column("givenName", "text", "Given name."),
      column("familyName", "text", "Family name."),
      optional("birthOn", "day", "Day of birth."),
      optional("grade", "text", "Grade level as CEDS codes it."),
      optional("sex", "text", "Sex as OneRoster lists it."),
      optional("raceEthnicity", "text", "One of the seven categories of EDFacts."),
      column(
        "isIdentityShared",
        "boolean",
        "Whether another student has the same state identifier.",
      ),
      optional("stateIds", "text", "Identifiers that the state gave; several have ; between them."),
      optional("localIds", "text", "Such as a student number; several have ; between them."),
    ],
  },
});
