import { describe, expect, it } from "vitest";
import { basicDay, standardDay } from "../../../functions/sources/values/standard-days.ts";

describe("standardDay", () => {
  it.each([
    ["2021-08-30", "2021-08-30"],
    ["2021-02-29", "impossible"],
    ["2021-242", "2021-08-30"],
    ["2021-366", "impossible"],
    ["2020-366", "2020-12-31"],
    ["2021-W35-1", "2021-08-30"],
    ["2021W351", "2021-08-30"],
    ["2020-W53-7", "2021-01-03"],
    ["2021-W53-1", "impossible"],
    ["2021-W00-1", "impossible"],
    ["2021-W35-8", null],
    ["2021-W351", null],
    ["2021W35-1", null],
    ["20210830", null],
    ["2021242", null],
    ["2021-08", null],
    ["8/30/2021", null],
  ])("reads %s as %s", (text, on) => {
    expect(standardDay(text)).toBe(on);
  });
});

describe("basicDay", () => {
  it.each([
    ["20210830", "2021-08-30"],
    ["20210230", "impossible"],
    ["2021242", "2021-08-30"],
    ["2021366", "impossible"],
    ["+0020210830", "2021-08-30"],
    ["2021-08-30", null],
    ["202108", null],
    ["1630310400", null],
  ])("reads %s as %s", (text, on) => {
    expect(basicDay(text)).toBe(on);
  });
});
