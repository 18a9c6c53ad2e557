import { counted } from "../../../domain/text/counted.ts";
import { failed, passed, type ReportCheck } from "./report-check.ts";

/** A check that every record passes in all its fields. */
const ofFields = (id: string, name: string, holds: string): ReportCheck => ({
  ...{ id, name, scope: "record" },
  run({ records }) {
    const failing = records.filter(({ faults }) => faults.some(({ check }) => check === id)).length;
    return failing === 0
      ? passed(`${holds} in all ${counted(records.length, "record")}.`)
      : failed(
          `${counted(failing, "record")} of ${records.length.toLocaleString("en-US")} fail it.`,
          "The list to fix has each.",
          failing,
        );
  },
});

/** The checks of single fields, of which `reportRecords` notes the faults. */
export const FIELD_CHECKS: readonly ReportCheck[] = [
  ofFields("contradictions", "No value is contradicted by another", "Values are not contradicted"),
  ofFields("required", "Every required field is filled", "Required fields are filled"),
  ofFields("codes", "Every value has a code of the state", "Values have codes"),
  ofFields("form", "Every value has the form of its field", "Values have the form of their field"),
  ofFields("characters", "Every value can be written in the file", "Values can be written"),
  ofFields("length", "No value is longer than its field", "Values fit their fields"),
];
