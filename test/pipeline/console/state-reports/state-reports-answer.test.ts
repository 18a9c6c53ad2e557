import { describe, expect, it } from "vitest";
import type { StateReportsPage } from "../../../../functions/console/state-report-answers.ts";
import { consoleAnswer } from "../../../../functions/pipeline/console/routes/console-answer.ts";
import { requestOf, valueOf } from "../../../support/asked-console.ts";
import { FERNHILL } from "../../../support/ingest-files.ts";
import { pennsylvania } from "../../../support/pennsylvania-district.ts";
import { BENCHMARKS, PLAN_STATUS } from "../../../support/report-of.ts";
import { setStaff, staffRow } from "../../../support/staff-of.ts";

const page = async () => {
  const places = await pennsylvania();
  await setStaff(places, [staffRow("S-1", "state-reporter")], FERNHILL);
  const who = { district: FERNHILL, staff: "S-1", isDemo: false, through: "console" } as const;
  const request = requestOf("/console/state-reports", "2024-07-02T08:00:00.000Z");
  return valueOf<StateReportsPage>(await consoleAnswer(places, who, request));
};

describe("the reporting calendar", { timeout: 60_000 }, () => {
  it("takes the reports of the district’s own state for its own, with their count day and layout", async () => {
    const { reports, mandate } = await page();
    expect(mandate).toBe("Pennsylvania");
    const own = reports.filter(({ isOwn }) => isOwn);
    expect(own.map(({ id }) => id)).toEqual(expect.arrayContaining([PLAN_STATUS, BENCHMARKS]));
    expect(own.find(({ id }) => id === BENCHMARKS)).toMatchObject({
      ...{ countDay: "2024-06-30", dueOn: null, layout: "Layout seen for 2023-24" },
      ...{ filedBy: "The district files it", certificate: null },
    });
    const firstOther = reports.findIndex(({ isOwn }) => !isOwn);
    expect(firstOther === -1 ? own.length : firstOther).toBe(own.length);
  });
});
