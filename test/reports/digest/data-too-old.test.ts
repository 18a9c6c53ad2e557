import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { dataTooOld } from "../../../functions/reports/digest/data-too-old.ts";

const MONDAY = day("2022-05-23");

describe("dataTooOld", () => {
  it.each([
    ["7 days before the Monday", "2022-05-16"],
    ["the day before it", "2022-05-22"],
    ["the Monday", "2022-05-23"],
    ["a later day", "2022-05-25"],
  ])("takes data of %s", (_what, asOf) => {
    expect(dataTooOld(day(asOf), MONDAY)).toBeNull();
  });

  it("refuses data of 8 days before the Monday, and says what to do", () => {
    expect(dataTooOld(day("2022-05-15"), MONDAY)).toBe(
      "the data is as of May 15, 2022, more than 7 days before the week of May 23, 2022: publish newer data first (ilp ingest, ilp publish), or give the week of the data: --week 2022-05-15",
    );
  });
});
