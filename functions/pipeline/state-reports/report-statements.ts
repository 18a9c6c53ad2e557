import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { SwingExplanation } from "../../reports/state/checks/report-check.ts";
import { changeJson } from "../change-json.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../stored-json.ts";

/** That somebody compared a layout with the state's own text for a school year. */
export interface LayoutComparison {
  /** "2024-25" */
  readonly schoolYear: string;
  readonly by: string;
  readonly at: string;
  /** The text that was read, such as "PIMS Manual volume 1, 2024-25, v1.1". */
  readonly source: string;
}

/** What people said of a report of a district. Nothing rewrites or removes what was said. */
export interface ReportStatements {
  readonly layouts: readonly LayoutComparison[];
  /** Reasons of swings, each of one school year. */
  readonly swings: readonly (SwingExplanation & { readonly schoolYear: string })[];
}

export const reportStatements = async (
  records: ObjectStore,
  district: DistrictId,
  report: string,
): Promise<ReportStatements> =>
  (await readJson<ReportStatements>(records, recordsKeys.reportStatements(district, report))) ??
  NOTHING_SAID;

const NOTHING_SAID: ReportStatements = { layouts: [], swings: [] };

/** Adds what is said now to what was said before. */
export async function sayOfReport(
  records: ObjectStore,
  district: DistrictId,
  report: string,
  said: Partial<ReportStatements>,
): Promise<void> {
  const key = recordsKeys.reportStatements(district, report);
  await changeJson<ReportStatements>(records, key, (before) => ({
    layouts: [...(before?.layouts ?? []), ...(said.layouts ?? [])],
    swings: [...(before?.swings ?? []), ...(said.swings ?? [])],
  }));
}
