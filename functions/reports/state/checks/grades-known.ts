import { counted } from "../../../domain/text/counted.ts";
import type { RecordFault } from "../records/report-records.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";

/** Every enrolled student has a grade level: without one nobody knows whether the student belongs in the file. */
export const gradesKnown: ReportCheck = {
  id: "grades",
  name: "Every enrolled student has a grade level",
  scope: "data",
  run({ withoutGrade, kind, context: { definition } }) {
    if (kind.givesAnswers !== true && definition.population.grades === null) {
      return notMade("The file does not depend on grades.");
    }
    if (withoutGrade.length === 0) return passed("Grade levels are known of all students.");
    return {
      ...failed(
        `${counted(withoutGrade.length, "student")} enrolled on the count day ${withoutGrade.length === 1 ? "has" : "have"} no grade level that is known, and may be missing in the file.`,
        "The list to fix has each.",
        withoutGrade.length,
      ),
      besides: withoutGrade.map((about) => ({ ...FAULT, about })),
    };
  },
};

const FAULT: RecordFault = {
  check: "grades",
  field: "",
  because:
    "The student has no grade level that is known, so nobody can say whether the file needs a record.",
  owner: "registrar",
  system: "student information system",
  column: "grade level",
  remedy: "Fill it in there, and send the export again.",
};
