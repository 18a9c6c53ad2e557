import { describe, expect, it } from "vitest";
import { consoleCase } from "../../../../functions/pipeline/console/console-case.ts";
import { readAccessLog, WHOLE_LOG } from "../../../../functions/pipeline/console/access-log.ts";
import { notedReportLook } from "../../../../functions/pipeline/console/state-reports/report-permits.ts";
import { conformedCast } from "../../../support/conformed-districts.ts";
import { CAST } from "../../../support/local-district.ts";

describe("a look at files for the state", { timeout: 60_000 }, () => {
  it.each([
    ["S-1", true],
    ["D-1", true],
    ["P-MS", false],
    ["G-71", false],
    ["R-MS", false],
    ["X-1", false],
    ["O-1", false],
    ["N-1", false],
  ])("of %s is allowed: %s, and is noted either way", async (staff, isAllowed) => {
    const places = await conformedCast();
    const who = { district: CAST, staff, isDemo: false, through: "console" } as const;
    const of = await consoleCase(places, who, "2022-03-16T08:00:00.000Z");
    const permit = await notedReportLook(of, "state-report plan-status", 7);
    expect(permit.isAllowed).toBe(isAllowed);
    const { entries } = await readAccessLog(places, CAST, WHOLE_LOG, 9, null);
    expect(entries).toMatchObject([
      { who: staff, isAllowed, what: "state-report plan-status", kind: "make-state-file" },
    ]);
  });
});
