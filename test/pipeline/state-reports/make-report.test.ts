import { describe, expect, it } from "vitest";
import { sayOfReport } from "../../../functions/pipeline/state-reports/report-statements.ts";
import { makeReport, makeReports } from "../../../functions/pipeline/state-reports/make-report.ts";
import { REPORT_DEFINITIONS } from "../../../functions/reports/state/definitions/report-definitions.ts";
import { certifyReport } from "../../../functions/pipeline/state-reports/certify-report.ts";
import { passedFile } from "../../../functions/pipeline/state-reports/report-files.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { jsonBytes } from "../../../functions/pipeline/stored-json.ts";
import type { Certificate } from "../../../functions/reports/state/gate/certificate.ts";
import { pennsylvaniaExports } from "../../../fixtures/state-reports/pennsylvania.ts";
import { FERNHILL, ingestFiles } from "../../support/ingest-files.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, freshPlaces, publishDay, quiet } from "../../support/local-district.ts";
import { COUNT_DAY, pennsylvania } from "../../support/pennsylvania-district.ts";
import { BENCHMARKS, CERTIFIED_AT, failing, reportOf } from "../../support/report-of.ts";

describe("making a report", { timeout: 60_000 }, () => {
  it("needs records of the district", async () => {
    const places = await freshPlaces();
    await expect(reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY)).rejects.toThrow("fernhill");
  });

  it("writes nothing", async () => {
    const places = await pennsylvania();
    const before = await places.records.list("");
    await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
    expect(await places.records.list("")).toEqual(before);
  });

  it("of several reports reads each school once for all of a day and a mandate, and says of each what it says alone", async () => {
    const places = await conformedCast();
    await publishDay(places, CAST_DAY, CAST, "staff-only");
    const definitions = REPORT_DEFINITIONS.filter(({ mandate }) => mandate === null);
    expect(definitions.length).toBeGreaterThan(2);
    let rounds = 0;
    const counting = { ...quiet, step: () => void (rounds += 1) };
    const together = await makeReports(places, CAST, definitions, CAST_DAY, counting);
    const days = new Set(together.map(({ inHand }) => inHand.context.asOf));
    expect(rounds).toBe(days.size);
    expect(days.size).toBeLessThan(definitions.length);
    expect(together.map(({ inHand }) => inHand.context.definition.id)).toEqual(
      definitions.map(({ id }) => id),
    );
    for (const made of together) {
      const { definition } = made.inHand.context;
      const alone = await makeReport(places, CAST, definition, CAST_DAY, quiet);
      expect([definition.id, made.gate]).toEqual([definition.id, alone.gate]);
      expect(made.inHand.records).toEqual(alone.inHand.records);
    }
  });

  it("compares with the last file certified for the year before, until a change is explained", async () => {
    const places = await pennsylvania();
    const { records } = places;
    const asked = { by: "A", at: CERTIFIED_AT, amends: null };
    const made = await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
    const certificate = await certifyReport(records, made, asked);
    const put = (name: string, schoolYear: string, count: number, certifiedAt: string) => {
      const profile: Certificate["profile"] = { records: count, codes: {}, sums: {} };
      const of = { ...certificate, certificate: name, schoolYear, certifiedAt, profile };
      return records.put(recordsKeys.certificate(FERNHILL, BENCHMARKS, name), jsonBytes(of));
    };
    await put("v0", "2021-22", 500, "2022-07-02T00:00:00.000Z");
    await put("v1", "2022-23", 500, "2023-07-02T00:00:00.000Z");
    await put("v2", "2022-23", 27, "2023-08-02T00:00:00.000Z");
    const swings = async () => {
      const now = await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
      return [...failing(now), ...(now.gate.checks.at(-1)?.unexplained ?? [])];
    };
    // The codes of a field that the year before did not have count from nothing.
    const codes = ["INDICATOR=Y: 0 to 18"];
    expect(await swings()).toEqual(["swing", ...codes]);
    const reason = { because: "first year", by: "A", at: CERTIFIED_AT };
    const say = (subject: string, schoolYear: string) =>
      sayOfReport(records, FERNHILL, BENCHMARKS, { swings: [{ ...reason, subject, schoolYear }] });
    await say("INDICATOR=Y: 0 to 18", "2022-23");
    expect(await swings()).toEqual(["swing", ...codes]);
    await say("INDICATOR=Y: 0 to 18", "2023-24");
    expect(await swings()).toEqual([]);
  });

  it.each([
    ["the day before", "2024-06-29", ["roster-day", "plan-day"]],
    ["on", "2024-06-30", []],
  ])("blocks exports that came %s the count day, %s: %j", async (_when, on, expected) => {
    const made = await reportOf(await pennsylvania(on), FERNHILL, BENCHMARKS, COUNT_DAY);
    expect(failing(made)).toEqual(expected);
  });

  it("blocks the roster of one school that is old though another’s is new, until it comes too", async () => {
    const places = await pennsylvania("2024-06-29");
    const students = pennsylvaniaExports()["students.text"] ?? "";
    const ingest = async (name: string, text: string) => {
      await ingestFiles(places, [[name, text]], { on: "2024-07-01" });
      const { gate } = await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
      return gate.checks.find(({ id }) => id === "roster-day");
    };
    const ofHighSchool = students.replaceAll(/^.*\tS1\t.*\n/gm, "");
    expect(await ingest("students_high.text", ofHighSchool)).toMatchObject({
      outcome: "failed",
      because: expect.stringContaining("students.text, is of June 29, 2024") as string,
    });
    expect(await ingest("students_2024-06-30.text", students)).toMatchObject({ outcome: "passed" });
  });

  it.each([
    ["the day before", "2024-06-29", ["plan-day"]],
    ["on", "2024-06-30", []],
  ])("blocks contents of plans that came %s the count day, %s: %j", async (_when, on, expected) => {
    const places = await pennsylvania("2024-06-29");
    const exports = pennsylvaniaExports();
    const sent = (name: string, text = "") => [name, text] as const;
    await ingestFiles(
      places,
      [
        sent("students_2024-07-01.text", exports["students.text"]),
        sent("plans_2024-07-01.csv", exports["plans.csv"]),
        sent(`plan_components_${on}.csv`, exports["plan_components.csv"]),
      ],
      { on: "2024-07-01" },
    );
    expect(failing(await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY))).toEqual(expected);
  });

  it("takes exports that came again unchanged after the count day where their folder states the day, as the same version", async () => {
    const places = await pennsylvania("2024-06-29");
    const { manifest } = await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
    const again = async (folder: string) => {
      const files = Object.entries(pennsylvaniaExports());
      const handed = files.map(([name, text]) => [`${folder}/${name}`, text] as const);
      await ingestFiles(places, handed, { on: "2024-07-02" });
      return reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
    };
    // The time of a copied file is that of the copying.
    expect(failing(await again("copied"))).toEqual(["roster-day", "plan-day"]);
    expect(failing(await again("exports-2024-06-29"))).toEqual(["roster-day", "plan-day"]);
    const made = await again("exports-2024-06-30");
    expect(failing(made)).toEqual([]);
    expect(made.manifest.version).toBe(manifest.version);
  });

  it.each([
    ["the day before", "2024-06-29", ["roster-day"]],
    ["on", "2024-06-30", []],
    ["after", "2024-07-01", []],
  ])(
    "takes a roster that has lain there since %s the count day, %s, as of then: %j",
    async (_when, changedOn, expected) => {
      const places = await pennsylvania();
      const students = pennsylvaniaExports()["students.text"] ?? "";
      const ofHighSchool = students.replaceAll(/^.*\tS1\t.*\n/gm, "");
      await ingestFiles(places, [["students_high.text", ofHighSchool]], {
        on: "2024-07-02",
        changedOn,
      });
      const { gate } = await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
      const failed = gate.checks.filter(
        ({ id, outcome }) => id === "roster-day" && outcome === "failed",
      );
      expect(failed.map(({ id }) => id)).toEqual(expected);
    },
  );

  it("names the file by the instant, and the district’s number", async () => {
    const made = await reportOf(await pennsylvania(), FERNHILL, BENCHMARKS, COUNT_DAY);
    expect(passedFile(made, "2024-12-31T23:59:59.999Z").name).toBe(
      "123456789_STUDENT_FACT_202412312359.csv",
    );
  });
});
