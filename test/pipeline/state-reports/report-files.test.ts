import { certifiedKey } from "../../../functions/pipeline/state-reports/certified-bytes.ts";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import {
  exportReport,
  keepUntil,
  removeExpired,
} from "../../../functions/pipeline/state-reports/report-files.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { dyingAfter, Killed } from "../../support/killed-run.ts";
import { freshPlaces } from "../../support/local-district.ts";
import { COUNT_DAY, pennsylvania } from "../../support/pennsylvania-district.ts";
import { BENCHMARKS, reportOf } from "../../support/report-of.ts";

const FOLDER = recordsKeys.stateReport(FERNHILL, BENCHMARKS, "not-certified-2024-06-30");
const AT = "2024-07-02T09:30:15.000Z";

describe("the file of a report that nobody certified", { timeout: 60_000 }, () => {
  it("is handed out without a certificate, and kept for 30 days", async () => {
    const places = await pennsylvania();
    const made = await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
    const file = await exportReport(places.records, made, AT);
    expect(file).toMatchObject({
      ...{ name: "123456789_STUDENT_FACT_202407020930.csv", certificate: null },
    });
    expect(await places.records.list(FOLDER)).toEqual([
      ...[`${FOLDER}123456789_STUDENT_FACT_202407020930.csv`, `${FOLDER}expires.json`],
    ]);
    expect(await removeExpired(places.records, FERNHILL, day("2024-07-31"))).toBe(0);
    expect(await removeExpired(places.records, FERNHILL, day("2024-08-01"))).toBe(1);
    expect(await places.records.list(FOLDER)).toEqual([]);
  });
});

describe("files whose time has come", () => {
  it("are removed with all that lies under them, and those of others stay", async () => {
    const { records } = await freshPlaces();
    const other = recordsKeys.stateReport(FERNHILL, BENCHMARKS, "other");
    for (const [folder, until] of [
      [FOLDER, "2024-08-01"],
      [other, "2024-08-02"],
    ] as const) {
      await keepUntil(records, folder, day(until));
      await records.put(`${folder}ab/x.csv`, new Uint8Array(3));
    }
    expect(await removeExpired(records, FERNHILL, day("2024-08-01"))).toBe(1);
    expect(await records.list("restricted/")).toEqual([`${other}ab/x.csv`, `${other}expires.json`]);
  });

  it("are removed by the next run where one was killed between", async () => {
    for (const writes of [0, 1]) {
      const places = await freshPlaces();
      await keepUntil(places.records, FOLDER, day("2024-08-01"));
      await places.records.put(`${FOLDER}x.csv`, new Uint8Array(3));
      const dying = dyingAfter(places, writes);
      await expect(removeExpired(dying.records, FERNHILL, day("2024-09-01"))).rejects.toThrow(
        Killed,
      );
      await removeExpired(places.records, FERNHILL, day("2024-09-01"));
      expect(await places.records.list("restricted/")).toEqual([]);
    }
  });
});

it("a certified file lies under its hash", () => {
  const key = certifiedKey(
    FERNHILL,
    { report: "r", certificate: "r-2023-24-v1" },
    { name: "x.csv", sha256: "ab12" },
  );
  expect(key).toBe(`${recordsKeys.stateReport(FERNHILL, "r", "r-2023-24-v1")}ab12/x.csv`);
});
