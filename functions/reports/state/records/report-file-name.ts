import { isDistrictCode, DISTRICT_CODES } from "../definitions/report-settings.ts";
import { reportYear } from "./report-records.ts";
import type { ReportContext } from "../rows/report-row.ts";

/**
 * The name of a report's file by the template of its layout.
 * @param instant as ISO text: some states want it in the name
 * @throws Error in words for a person where the district has not set a code that the name holds
 */
export function reportFileName(template: string, context: ReportContext, instant: string): string {
  const digits = instant.replace(/\D/g, "");
  const parts: { readonly [part: string]: string } = {
    // Year to minute, as Pennsylvania writes it.
    stamp: digits.slice(0, 12),
    // Seven characters that differ from file to file, as EDFacts asks.
    version: digits.slice(5, 12),
    countDay: context.asOf,
    schoolYear: reportYear(context),
  };
  return template.replace(/\{([^}]+)\}/g, (_whole, part: string) => {
    const code = part.replace("district.", "");
    if (parts[part] !== undefined) return parts[part];
    if (!isDistrictCode(code)) throw new Error(`a file's name has no part ${part}`);
    const value = context.settings.district[code];
    if (value === undefined) {
      throw new Error(
        `the name of the file holds ${DISTRICT_CODES[code]}, which the district has not set`,
      );
    }
    return value;
  });
}
