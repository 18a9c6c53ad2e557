import { describe, expect, it } from "vitest";
import {
  reportStatements,
  sayOfReport,
} from "../../../functions/pipeline/state-reports/report-statements.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const layout = (by: string) => ({ schoolYear: "2023-24", by, at: "", source: "the manual" });
const reason = (subject: string) => ({
  ...{ schoolYear: "2023-24", subject, because: "so", by: "A", at: "" },
});

describe("what people said of a report", () => {
  it("is nothing at first", async () => {
    const { records } = await freshPlaces();
    expect(await reportStatements(records, FERNHILL, "r")).toEqual({ layouts: [], swings: [] });
  });
  it("is kept whole, of several who say it at one moment too, and of each report by itself", async () => {
    const { records } = await freshPlaces();
    await Promise.all([
      sayOfReport(records, FERNHILL, "r", { layouts: [layout("A")] }),
      sayOfReport(records, FERNHILL, "r", { swings: [reason("records")] }),
      sayOfReport(records, FERNHILL, "r", { layouts: [layout("B")] }),
      sayOfReport(records, FERNHILL, "other", { layouts: [layout("C")] }),
    ]);
    const { layouts, swings } = await reportStatements(records, FERNHILL, "r");
    expect(layouts.map(({ by }) => by).sort()).toEqual(["A", "B"]);
    expect(swings).toEqual([reason("records")]);
  });
});
