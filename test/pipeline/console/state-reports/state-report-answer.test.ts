import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf } from "../../../../functions/adapters/console-request.ts";
import type { ConsoleAnswer } from "../../../../functions/console/answers.ts";
import type {
  CertifiedReport,
  ReportReadiness,
  StateReportPage,
  StateReportsPage,
} from "../../../../functions/console/state-report-answers.ts";
import { readAccessLog, WHOLE_LOG } from "../../../../functions/pipeline/console/access-log.ts";
import { consoleAnswer } from "../../../../functions/pipeline/console/routes/console-answer.ts";
import { sha256Of } from "../../../../functions/hashing/sha256-of.ts";
import { conformedCast } from "../../../support/conformed-districts.ts";
import { requestOf, textOf, valueOf } from "../../../support/asked-console.ts";
import {
  CAST,
  CAST_DAY,
  everything,
  publishDay,
  type MemoryPlaces,
} from "../../../support/local-district.ts";

const READINESS = "/console/state-report-readiness?report=edfacts-fs195&report=plan-status";
const PATHS = [
  "/console/state-reports",
  "/console/state-report?report=plan-status",
  "/console/state-report.csv?report=plan-status",
  "/console/state-report.xlsx?report=plan-status",
  "/console/certified-file?report=plan-status&certificate=plan-status-2021-22-v1",
];
const NAMES = /C-04\d\d|Alderwick|Birchlowe|Siskindell|Ternwicke/;

describe("state reports in the console", { timeout: 60_000 }, () => {
  let places: MemoryPlaces;
  let second = 0;
  const ask = (
    staff: string,
    address: string,
    body: object | null = null,
  ): Promise<ConsoleAnswer> => {
    const instant = new Date(Date.UTC(2022, 2, 16, 8, 0, second++)).toISOString();
    return consoleAnswer(
      places,
      { district: CAST, staff, isDemo: false, through: "console" },
      requestOf(address, instant, body === null ? {} : { body }),
    );
  };
  const lastEntry = async () => (await readAccessLog(places, CAST, WHOLE_LOG, 1, null)).entries[0];

  beforeAll(async () => {
    places = await conformedCast();
    await publishDay(places, CAST_DAY, CAST, "staff-only");
  }, 60_000);

  it.each(
    ["P-MS", "G-71", "R-MS", "X-1", "O-1", "N-1"].flatMap((staff) =>
      [...PATHS, READINESS].map((path) => [staff, path] as const),
    ),
  )("are refused to %s at %s, with a sentence and an entry in the log", async (staff, path) => {
    const answer = await ask(staff, path);
    expect(answer.status).toBe(403);
    const said = await textOf(answer);
    expect(said).toMatch(/does not include files for the state|gives you no role/);
    expect(said).not.toMatch(NAMES);
    expect(await lastEntry()).toMatchObject({
      who: staff,
      isAllowed: false,
      kind: "make-state-file",
    });
  });

  it.each(["P-MS", "G-71", "R-MS", "X-1"])("are not certified by %s", async (staff) => {
    for (const [path, body] of [
      ["/console/state-report/certify", { report: "plan-status", amends: "" }],
      [
        "/console/state-report/explain-change",
        { report: "plan-status", schoolYear: "2021-22", subject: "records", because: "so" },
      ],
    ] as const) {
      const answer = await ask(staff, path, body);
      expect(answer.status).toBe(403);
      expect(await lastEntry()).toMatchObject({ who: staff, isAllowed: false });
    }
    expect(await places.records.list("restricted/")).toEqual([]);
  });

  it.each(["S-1", "D-1"])("are shown to %s, the calendar without a student", async (staff) => {
    const page = await valueOf<StateReportsPage>(await ask(staff, PATHS[0]!));
    expect(page.asOf).toBe(CAST_DAY);
    expect(page.reports[0]).toMatchObject({ id: "plan-status", isOwn: true, certificate: null });
    expect(JSON.stringify(page)).not.toMatch(NAMES);
    const report = await valueOf<StateReportPage>(await ask(staff, PATHS[1]!));
    expect(report).toMatchObject({ isReady: true, records: 49, toFix: [], amends: null });
    expect(report.schools.map(({ records }) => records).sort()).toEqual([17, 26, 6]);
    expect(await lastEntry()).toMatchObject({ who: staff, isAllowed: true });
  });

  it("are each as far as its page says, asked for together, with an entry in the log for each", async () => {
    const all = await valueOf<readonly ReportReadiness[]>(await ask("S-1", READINESS));
    expect(all.map(({ report }) => report)).toEqual(["plan-status", "edfacts-fs195"]);
    for (const { report, passed, failed } of all) {
      const page = await valueOf<StateReportPage>(
        await ask("S-1", `/console/state-report?report=${report}`),
      );
      const having = (outcome: string) =>
        page.checks.filter((check) => check.outcome === outcome).length;
      expect([report, passed, failed]).toEqual([report, having("passed"), having("failed")]);
    }
    expect(JSON.stringify(all)).not.toMatch(NAMES);
    await ask("S-1", READINESS);
    const { entries } = await readAccessLog(places, CAST, WHOLE_LOG, 2, null);
    expect(entries.map(({ what }) => what).sort()).toEqual([
      "state-report edfacts-fs195 readiness",
      "state-report plan-status readiness",
    ]);
  });

  it("are unknown by another name", async () => {
    for (const asked of ["", "?report=../raw", "?report=plan-status&report=other"]) {
      expect((await ask("S-1", `/console/state-report-readiness${asked}`)).status).toBe(404);
    }
    expect((await ask("S-1", "/console/state-report?report=../raw")).status).toBe(404);
    const other = "/console/certified-file?report=plan-status&certificate=../../raw";
    expect((await ask("S-1", other)).status).toBe(404);
  });

  it("are certified once, and handed out with the hash that is shown", async () => {
    const path = "/console/state-report/certify";
    const body = { report: "plan-status", amends: "" };
    const certified = await valueOf<CertifiedReport>(await ask("S-1", path, body));
    expect(certified.certificate).toBe("plan-status-2021-22-v1");
    const again = await valueOf<CertifiedReport>(await ask("D-1", path, body));
    expect(again).toEqual(certified);
    const answer = await ask("S-1", PATHS[4]!);
    expect(answer.status).toBe(200);
    expect(sha256Of(Buffer.from(await bodyOf(answer)))).toBe(certified.files[0]?.sha256);
    expect(await lastEntry()).toMatchObject({
      ...{ kind: "make-state-file", what: "file of plan-status-2021-22-v1", students: 49 },
    });
    const { certificate } = (await valueOf<StateReportsPage>(await ask("S-1", PATHS[0]!)))
      .reports[0]!;
    expect(certificate).toEqual(certified);
  });

  it("are nowhere in the public store, and no student is in a key or in the log", async () => {
    expect(Object.keys(await everything(places.public))).toEqual([]);
    const keys = await places.records.list("restricted/");
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.join("\n")).not.toMatch(NAMES);
    const { entries } = await readAccessLog(places, CAST, WHOLE_LOG, 500, null);
    expect(JSON.stringify(entries)).not.toMatch(NAMES);
  });
});
