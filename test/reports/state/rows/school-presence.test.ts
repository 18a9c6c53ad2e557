import { describe, expect, it } from "vitest";
import { schoolPresence } from "../../../../functions/reports/state/rows/school-presence.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { contextWith } from "../../../support/report-in-hand.ts";
import { schoolGiven } from "./school-of-report.ts";

const CONTEXT = contextWith({ asOf: day("2022-06-08") });
const presenceOf = (from: string, until: string | null, school?: string) => {
  const enrollments = [
    school === undefined ? ([from, until] as const) : ([from, until, school] as const),
  ];
  const { ofYear, onDay } = schoolPresence(schoolGiven([{ grade: "08", enrollments }]), CONTEXT);
  return [ofYear, onDay];
};

describe("schoolPresence", () => {
  it.each([
    ["still enrolled", "2021-08-30", null, [1, 1]],
    ["withdrawn the day after", "2021-08-30", "2022-06-09", [1, 1]],
    ["withdrawn on the count day, which does not count", "2021-08-30", "2022-06-08", [1, 0]],
    ["withdrawn on the first day of the year", "2020-08-30", "2021-07-01", [0, 0]],
    ["withdrawn the day after the first", "2020-08-30", "2021-07-02", [1, 0]],
    ["entered on the count day", "2022-06-08", null, [1, 1]],
    ["entered the day after", "2022-06-09", null, [0, 0]],
  ] as const)("counts who is %s", (_what, from, until, expected) => {
    expect(presenceOf(from, until)).toEqual(expected);
  });

  it("does not count who is at another school, nor of another grade", () => {
    expect(presenceOf("2021-08-30", null, "S2")).toEqual([0, 0]);
    const other = schoolPresence(schoolGiven([{ grade: "03" }]), CONTEXT);
    expect([other.ofYear, other.onDay]).toEqual([0, 0]);
  });

  it("counts those with an enrollment of a later school year", () => {
    const enrolled = (next: string) =>
      schoolPresence(
        schoolGiven([
          {
            grade: "08",
            enrollments: [
              ["2021-08-30", null],
              [next, null, "S2"],
            ],
          },
        ]),
        CONTEXT,
      ).inLaterYear;
    expect(["2022-06-30", "2022-07-01"].map(enrolled)).toEqual([0, 1]);
  });
});
