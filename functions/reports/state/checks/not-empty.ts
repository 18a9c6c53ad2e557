import { counted } from "../../../domain/text/counted.ts";
import { failed, passed, type ReportCheck } from "./report-check.ts";

/** There is something to report. */
export const notEmpty: ReportCheck = {
  id: "not-empty",
  name: "The file has records",
  scope: "file",
  run: ({ records }) =>
    records.length > 0
      ? passed(`${counted(records.length, "record")}.`)
      : failed("Nobody is in the population on the count day.", "Check the count day."),
};
