import { describe, expect, it } from "vitest";
import {
  certifyAsked,
  explainChange,
} from "../../../functions/pipeline/state-reports/report-decisions.ts";
import { reportStatements } from "../../../functions/pipeline/state-reports/report-statements.ts";
import type { Recording } from "../../../functions/pipeline/decisions/recording.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { freshPlaces, quiet } from "../../support/local-district.ts";
import { pennsylvania } from "../../support/pennsylvania-district.ts";
import { BENCHMARKS, CERTIFIED_AT } from "../../support/report-of.ts";

const recording = (places: Places): Recording =>
  ({ places, district: FERNHILL, at: CERTIFIED_AT, progress: quiet }) as Recording;
const reason = (more: object) => ({
  ...{ report: BENCHMARKS, schoolYear: "2023-24", subject: "records", because: " so ", by: "A" },
  ...more,
});

describe("what a person decides of a report", { timeout: 60_000 }, () => {
  it("certifies that of the day of the figures", async () => {
    const places = await pennsylvania();
    const asked = { report: BENCHMARKS, amends: "", by: "A. Person" };
    expect(await certifyAsked(recording(places), asked)).toMatchObject({
      ...{ certifiedBy: "A. Person", countDay: "2024-06-30", records: 27 },
    });
  });
  it("cannot certify before there are figures, nor a report that there is none of", async () => {
    const places = await freshPlaces();
    const asked = { report: BENCHMARKS, amends: "", by: "A" };
    await expect(certifyAsked(recording(places), asked)).rejects.toThrow("no edition is written");
    await expect(certifyAsked(recording(places), { ...asked, report: "x" })).rejects.toThrow(
      "there is no such report",
    );
  });
  it("keeps a reason, and none without words or subject", async () => {
    const places = await freshPlaces();
    await explainChange(recording(places), reason({}) as never);
    for (const more of [{ because: "  " }, { subject: " " }]) {
      await expect(explainChange(recording(places), reason(more) as never)).rejects.toThrow(
        "say which count moved, and why",
      );
    }
    const { swings } = await reportStatements(places.records, FERNHILL, BENCHMARKS);
    expect(swings).toMatchObject([{ because: "so", by: "A", at: CERTIFIED_AT }]);
  });
});
