import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import {
  NO_REPORT_SETTINGS,
  type ReportSettings,
} from "../../reports/state/definitions/report-settings.ts";
import { changeJson } from "../change-json.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../stored-json.ts";

/** What a district has set of itself for reports to its state. */
export const reportSettings = async (
  records: ObjectStore,
  district: DistrictId,
): Promise<ReportSettings> =>
  (await readJson<ReportSettings>(records, recordsKeys.reportSettings(district))) ??
  NO_REPORT_SETTINGS;

/** Changes the given codes and keeps the others. */
export async function setReportCodes(
  records: ObjectStore,
  district: DistrictId,
  given: ReportSettings,
): Promise<void> {
  await changeJson<ReportSettings>(records, recordsKeys.reportSettings(district), (before) => ({
    district: { ...before?.district, ...given.district },
    schools: { ...before?.schools, ...given.schools },
  }));
}
