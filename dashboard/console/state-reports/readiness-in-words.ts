import type { ReportReadiness } from "../../../functions/console/state-report-answers.ts";
import { counted } from "../words/numbers.js";

/** "all passed", or how many failed, and in how many schools records are to be fixed. */
export function readinessInWords({
  passed,
  failed,
  schoolsWithFaults,
}: Omit<ReportReadiness, "report">): string {
  if (failed === 0) return `all ${passed} passed`;
  const where =
    schoolsWithFaults === 0
      ? ""
      : `, with records to fix in ${counted(schoolsWithFaults, "school")}`;
  return `${failed} of ${counted(passed + failed, "check")} failed${where}`;
}
