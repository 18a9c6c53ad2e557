import { describe, expect, it } from "vitest";
import { boundColumn } from "../../../functions/sources/values/bound-column.ts";
import { dayReader } from "../../../functions/sources/values/day-formats.ts";
import { daysSeen } from "../../../functions/sources/inspect/day-formats-seen.ts";

/** Reads a day in a column whose profile states these formats, as a file is read. */
function read(text: string, ...dayFormats: readonly string[]): string {
  const column = boundColumn({ to: "on", from: ["on"] }, ["on"], { dayFormats }, null);
  const day = column.readDay(text);
  return day.state === "day" ? day.on : day.state;
}

/** None of the standards' own: what is read here is read in every file. */
const OTHERS = ["M/D/YYYY", "M/D/YY"];

describe("a day as a standard writes it", () => {
  it.each([
    // XML Schema
    "2021-08-30",
    "2021-08-30Z",
    "2021-08-30-05:00",
    "2021-08-30+02:00",
    "2021-08-30+14:00",
    "2021-08-30T00:00:00",
    "2021-08-30T23:59:59.9999999Z",
    "2021-08-30T23:59:59-05:00",
    "2021-08-30T00:30:00+02:00",
    "2021-08-30T24:00:00",
    // ISO 8601
    "20210830",
    "20210830T080000Z",
    "20210830T0800",
    "20210830T08",
    "20210830T080000,5-0500",
    "2021-08-30T08",
    "2021-08-30T08Z",
    "2021-242",
    "2021242",
    "2021-242T08:00:00Z",
    "2021242T080000Z",
    "2021-W35-1",
    "2021W351",
    "2021-w35-1",
    "2021-W35-1T08:00Z",
    "2021W351T080000Z",
    "+002021-08-30",
    "+0020210830",
    "+002021-242",
    "+002021-W35-1",
    "2021-08-30T00:00-05:00[America/Chicago]",
    // SQL
    "DATE '2021-08-30'",
    "date'2021-08-30'",
    "TIMESTAMP '2021-08-30 00:00:00'",
    "TIMESTAMP WITH TIME ZONE '2021-08-30 00:00:00-05'",
    "'2021-08-30'",
    "'2021-08-30'::date",
    "'2021-08-30 00:00:00'::timestamp without time zone",
    "{d '2021-08-30'}",
    "{d'2021-08-30'}",
    "{ts '2021-08-30 00:00:00'}",
    "{ts '2021-08-30 00:00:00.000'}",
    "#2021-08-30#",
    "2021-08-30 00:00:00.000",
    "2021-08-30 00:00:00.0000000",
    "2021-08-30 00:00:00.0000000 -05:00",
    "2021-08-30 00:00:00-05",
    "2021-08-30 00:00:00+00",
    "2021-08-30 00:00:00 UTC",
    "2021-08-30 00:00:00 America/New_York",
    "2021-08-30-00.00.00.000000",
    "2021/08/30",
    "2021/8/30 0:00:00",
    "2021.08.30",
    "30-AUG-21",
    "30-Aug-2021",
    "30-AUG-2021 12.00.00.000000 AM",
    "30-AUG-21 12.00.00.000000000 AM -05:00",
    "30-AUG-21 12.00.00.000000 AM AMERICA/CHICAGO",
    "Aug 30 2021 12:00AM",
    "Aug 30 2021 12:00:00:000AM",
    "30 Aug 2021 00:00:00:000",
    "Aug 30, 2021",
    "30 Aug 21",
    "30AUG2021",
    "30AUG21",
    "30AUG2021:00:00:00",
    "'30AUG2021'd",
    "'30AUG2021:00:00:00'dt",
    // As programs write it
    "Mon, 30 Aug 2021 05:00:00 GMT",
    "Mon Aug 30 00:00:00 2021",
    "Mon Aug 30 00:00:00 CDT 2021",
    "Mon Aug 30 2021 00:00:00 GMT-0500 (Central Daylight Time)",
    "  2021-08-30Z  ",
  ])("%j is read whatever formats the profile names", (text) => {
    expect(read(text.trim(), ...OTHERS)).toBe("2021-08-30");
    expect(read(text, "YYYY-MM-DD")).toBe("2021-08-30");
  });

  it.each([
    ["2021-001", "2021-01-01"],
    ["2021-365", "2021-12-31"],
    ["2020-366", "2020-12-31"],
    ["2020-W53-5", "2021-01-01"],
    ["2020-W01-1", "2019-12-30"],
    ["2021-W01-1", "2021-01-04"],
    ["2021-W52-7", "2022-01-02"],
    ["2020-02-29Z", "2020-02-29"],
    // The day counts as it is written, though it is another in UTC.
    ["2021-08-30T23:00:00-05:00", "2021-08-30"],
    ["2021-08-30T00:30:00+09:00", "2021-08-30"],
  ])("%s is %s", (text, on) => {
    expect(read(text, ...OTHERS)).toBe(on);
  });

  it.each([
    "2021-366",
    "2021366",
    "2021-000",
    "2021-367",
    "2021-W53-1",
    "2021-W54-1",
    "2021-W00-1",
    "2021-W35-0",
    "2021-W35-8",
    "2021W35-1",
    "2021-W351",
    "2021-02-30Z",
    "2021-02-29",
    "20210230",
    "20211301",
    "+012021-08-30",
    "2021-W35",
    "2021-08",
    "2021",
    "202108",
    "{d '2021-02-30'}",
    "DATE '2021-13-01'",
    "30-FEB-2021",
    "2021-08-30Zx",
    "2021-08-30+0200",
  ])("%j is no day", (text) => {
    expect(read(text, ...OTHERS)).toBe("not-a-day");
  });

  it("is no bare number where the profile states another way in which one is a day", () => {
    expect(read("20210830", "epoch-ms")).toBe("not-a-day");
    expect(read("2021242", "excel-serial")).toBe("not-a-day");
    expect(read("2021242", "MMDDYYYY")).toBe("not-a-day");
    expect(read("20210830", "epoch-s")).toBe("1970-08-22");
    expect(read("08302021", "MMDDYYYY")).toBe("2021-08-30");
    // Before a time it can be nothing else.
    expect(read("20210830T080000Z", "epoch-s")).toBe("2021-08-30");
    expect(read("20210830", "YYYYMMDD")).toBe("2021-08-30");
    expect(read("2021242", "YYYYMMDD")).toBe("2021-08-30");
  });

  it("does not make up for a day that has the shape that the profile states and does not exist", () => {
    expect(read("2021-30-08", "YYYY-DD-MM")).toBe("2021-08-30");
    expect(read("2021-08-30", "YYYY-DD-MM")).toBe("not-a-day");
  });

  it("is read next to days whose order of month and day nobody knows", () => {
    expect(read("3/4/2021", "M/D/YYYY", "D/M/YYYY")).toBe("ambiguous");
    expect(read("2021-03-04Z", "M/D/YYYY", "D/M/YYYY")).toBe("2021-03-04");
  });

  it("is read with a comma between it and its time, as browsers write it", () => {
    expect(read("8/30/2021, 12:05:00 AM", ...OTHERS)).toBe("2021-08-30");
  });

  it("is remembered, so that a file's few days are worked out once", () => {
    const day = dayReader(["M/D/YYYY"], "event", null);
    expect(day("8/30/2021")).toBe(day("8/30/2021"));
  });

  it("is named where a column is looked at, unless the profile could name its format", () => {
    const seen = (...cells: readonly string[]) =>
      daysSeen(
        "entry date",
        cells.map((cell) => [cell]),
        0,
      )?.formats.map(({ format }) => format);
    expect(seen("2021-242", "2021-243")).toEqual(["iso-8601"]);
    expect(seen("2021-08-30Z", "2021-08-31Z")).toEqual(["YYYY-MM-DD"]);
    expect(seen("2021-08-30", "2021-08-31")).toEqual(["YYYY-MM-DD"]);
  });
});
