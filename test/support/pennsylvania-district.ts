import {
  pennsylvaniaExports,
  pennsylvaniaStudents,
} from "../../fixtures/state-reports/pennsylvania.ts";
import { setMandate } from "../../functions/pipeline/settings/mandate-setting.ts";
import { setReportCodes } from "../../functions/pipeline/settings/report-settings.ts";
import { districtMandate } from "../../functions/pipeline/measure/district-mandate.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { sayOfReport } from "../../functions/pipeline/state-reports/report-statements.ts";
import { FERNHILL, ingestFiles } from "./ingest-files.ts";
import { publishDay, type MemoryPlaces } from "./local-district.ts";
import { keptPlaces } from "./stores/kept-places.ts";

export const COUNT_DAY = "2024-06-30";
/** The day on which its files come in. */
export const CAME_ON = "2024-07-01";

/** The district measured by Pennsylvania's mandate, with its number and June 30 published. */
export const pennsylvania = (cameOn = CAME_ON): Promise<MemoryPlaces> =>
  keptPlaces(`Pennsylvania of ${cameOn} published`, async (places) => {
    await setMandate(places.records, FERNHILL, { mandate: "PA", overlay: null });
    await setReportCodes(places.records, FERNHILL, {
      district: { aun: "123456789" },
      schools: {},
    });
    await sayOfReport(places.records, FERNHILL, "pa-career-standards-benchmark", {
      layouts: [
        {
          ...{ schoolYear: "2023-24", by: "A. Reader", at: "2024-06-01T08:00:00.000Z" },
          source: "PIMS Manual, volume 1, 2023-24",
        },
      ],
    });
    await ingestPennsylvania(places, "", undefined, cameOn);
    await publishCountDay(places);
  });

/** Hands the exports in, with one of them changed. */
export async function ingestPennsylvania(
  places: Places,
  file = "",
  change: (text: string) => string = (text) => text,
  on = CAME_ON,
  acceptRemovals = false,
): Promise<void> {
  const files = Object.entries(pennsylvaniaExports(pennsylvaniaStudents()));
  await ingestFiles(
    places,
    files.map(([name, text]) => [name, name === file ? change(text) : text] as const),
    { on, acceptRemovals },
  );
}

export async function publishCountDay(places: Places): Promise<void> {
  const mandate = await districtMandate(places.records, FERNHILL);
  await publishDay(places, COUNT_DAY, FERNHILL, "staff-only", mandate);
}
