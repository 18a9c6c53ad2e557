import { describe, expect, it } from "vitest";
import type { ReadRelease } from "../../../functions/audit/reading/read-release.ts";
import { strictScreens } from "../../../functions/audit/screens/strict-screens.ts";

const rate = (school: string, low: number, high: number) => ({
  ...{ measure: "plan-coverage", breakdown: "all", group: "all", level: "school", school },
  ...{ n: 40, low, high, state: "shown" },
});
const RATES = [rate("1", 0.2, 0.29), rate("2", 0.3, 0.39), rate("3", 0.6, 0.69)];

/** What is found in the row of a report with one share more. */
const findingsOf = (shares: object) =>
  strictScreens({
    manifest: { schools: [], protection: { smallestGroup: 20 }, landmark: {} },
    tables: {
      rates: RATES,
      trend: [{ asOf: "2022-01-31", low: 0.1, high: 0.19 }],
      "last-year": [{ asOf: "2021-03-15", low: 0.4, high: 0.49 }],
    },
    screens: [
      {
        path: "overview.json",
        value: { measure: "plan-coverage", breakdown: "all", group: "all", ...shares },
      },
    ],
  } as unknown as ReadRelease).length;

describe("a share of a first screen", () => {
  it.each([
    ["the middle school", { peers: { low: 0.3, high: 0.39, schools: 3 } }, 0],
    [
      "the mean of two schools",
      { peers: { low: (0.3 + 0.2) / 2, high: (0.39 + 0.29) / 2, schools: 2 } },
      0,
    ],
    ["no school", { peers: { low: 0.31, high: 0.39, schools: 3 } }, 1],
    ["more schools than show one", { peers: { low: 0.3, high: 0.39, schools: 4 } }, 1],
    ["no peers", { peers: null }, 0],
    ["a release of the year", { past: [{ asOf: "2022-01-31", low: 0.1, high: 0.19 }] }, 0],
    ["no release of the year", { past: [{ asOf: "2022-01-31", low: 0.2, high: 0.29 }] }, 1],
    ["the year before", { lastYear: { asOf: "2021-03-15", low: 0.4, high: 0.49 } }, 0],
    ["another year", { lastYear: { asOf: "2021-03-15", low: 0.1, high: 0.19 } }, 1],
    ["a day that no table has", { lastYear: { asOf: "2021-03-16", low: 0.4, high: 0.49 } }, 1],
    ["this release with its students", { school: { n: 40, low: 0.2, high: 0.29 } }, 0],
    ["this release with other students", { school: { n: 41, low: 0.2, high: 0.29 } }, 2],
    ["one end alone", { school: { n: 40, low: 0.2, high: null } }, 1],
    ["students without a share", { school: { n: 40, low: null, high: null } }, 1],
  ])("of %s", (_, shares, faults) => {
    expect(findingsOf(shares)).toBe(faults);
  });
});
