import { expect, it } from "vitest";
import {
  reportSettings,
  setReportCodes,
} from "../../../functions/pipeline/settings/report-settings.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

it("codes of a district and its schools are changed one by one, and the others stay", async () => {
  const { records } = await freshPlaces();
  expect(await reportSettings(records, FERNHILL)).toEqual({ district: {}, schools: {} });
  await setReportCodes(records, FERNHILL, { district: { aun: "123456789" }, schools: { A: "1" } });
  await setReportCodes(records, FERNHILL, { district: { stateFips: "42" }, schools: { B: "2" } });
  await setReportCodes(records, FERNHILL, { district: { aun: "987654321" }, schools: {} });
  expect(await reportSettings(records, FERNHILL)).toEqual({
    district: { aun: "987654321", stateFips: "42" },
    schools: { A: "1", B: "2" },
  });
});
