import { Command } from "commander";
import { describe, expect, it } from "vitest";
import {
  ofReport,
  parsedReport,
  reportMade,
} from "../../../../functions/cli/commands/report/report-asked.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { keepUntil } from "../../../../functions/pipeline/state-reports/report-files.ts";
import { recordsKeys } from "../../../../functions/layout.ts";
import { conformedCast } from "../../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay, quiet } from "../../../support/local-district.ts";
import { reportCalled } from "../../../support/made-report.ts";

describe("the report that a command names", () => {
  it("is one of the definitions", () => {
    expect(parsedReport("plan-status")).toBe(reportCalled("plan-status"));
  });

  it("is refused with those that it may mean where there is none", () => {
    expect(() => parsedReport("plan-satus")).toThrow(/no report "plan-satus".*plan-status/);
    expect(() => parsedReport("x".repeat(200))).toThrow(/no report "x{80}"/);
  });
});

describe("a command about one report", () => {
  const asked = (...words: readonly string[]) => {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    const given: unknown[] = [];
    ofReport(program, "check", "Check it.").action((report: { id: string }, options: object) => {
      given.push(report.id, options);
    });
    program.parse(["check", ...words], { from: "user" });
    return given;
  };

  it("takes the report, the district, the day and who asks", () => {
    const words = ["plan-status", "--district", "cast", "--as-of", "2022-03-15", "--as", "L-1"];
    expect(asked(...words)).toEqual([
      "plan-status",
      expect.objectContaining({ district: "cast", asOf: "2022-03-15", as: "L-1" }),
    ]);
  });

  it("refuses a day that is none", () => {
    expect(() => asked("plan-status", "--district", "cast", "--as-of", "2022-02-30")).toThrow(
      "2022-02-30",
    );
  });
});

describe("the report that a command makes", { timeout: 60_000 }, () => {
  const definition = reportCalled("plan-status");
  const made = async (places: Awaited<ReturnType<typeof conformedCast>>, asOf?: string) =>
    reportMade(
      places,
      definition,
      { district: CAST, data: "", ...(asOf !== undefined && { asOf: day(asOf) }) } as Parameters<
        typeof reportMade
      >[2],
      quiet,
    );

  it("is as of the current edition where no day is given, and needs one", async () => {
    const places = await conformedCast();
    await expect(made(places)).rejects.toThrow("has no edition yet");
    await publishDay(places, CAST_DAY);
    expect((await made(places)).inHand.context.asOf).toBe(CAST_DAY);
    expect((await made(places, "2022-03-14")).inHand.context.asOf).toBe("2022-03-14");
  });

  it("comes after what has expired was removed", async () => {
    const places = await conformedCast();
    const folder = recordsKeys.stateReport(CAST, "plan-status", "v1");
    await places.records.put(`${folder}ab/file.csv`, new Uint8Array(1));
    await keepUntil(places.records, folder, day("2022-01-01"));
    await made(places, CAST_DAY);
    expect(await places.records.list(recordsKeys.stateReports(CAST))).toEqual([]);
  });
});
