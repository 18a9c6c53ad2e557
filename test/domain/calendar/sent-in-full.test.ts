import { describe, expect, it } from "vitest";
import { addDays, day, type Day } from "../../../functions/domain/calendar/day.ts";
import { schoolId } from "../../../functions/domain/ids.ts";
import {
  asSent,
  isSchoolSentInPart,
  isSentInFull,
} from "../../../functions/domain/calendar/sent-in-full.ts";

/** Some days in a row from a first day on, weekends and all: only their number and ends count. */
const daysFrom = (first: string, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, index) => addDays(day(first), index));

describe("a calendar", () => {
  it.each([
    ["2021-09-06", "2022-04-30", false],
    ["2021-09-06", "2022-05-01", true],
    ["2021-09-06", "2022-05-02", true],
    ["2021-09-30", "2022-06-10", true],
    ["2021-10-01", "2022-06-10", true],
    ["2021-10-02", "2022-06-10", false],
  ])("from %s to %s with few days in between is in full: %s", (first, last, expected) => {
    expect(isSentInFull([day(first), day(last)], day("2021-10-20"))).toBe(expected);
    expect(isSentInFull([day(first), day(last)], day("2022-06-30"))).toBe(expected);
  });

  it.each([
    [141, false],
    [142, true],
    [143, true],
  ])("of %i days that ends before May is in full until it ends: %s", (count, expected) => {
    const days = daysFrom("2021-08-02", count);
    expect(isSentInFull(days, day("2021-10-20"))).toBe(expected);
  });

  it("of a whole year's days is in part once students are still enrolled after its last", () => {
    const days = daysFrom("2021-08-02", 142);
    expect(days.at(-1)).toBe("2021-12-21");
    expect(isSentInFull(days, day("2021-12-20"))).toBe(true);
    expect(isSentInFull(days, day("2021-12-21"))).toBe(true);
    expect(isSentInFull(days, day("2021-12-22"))).toBe(false);
  });

  it("is marked where it was sent in part, and is otherwise as it was", () => {
    const of = (instructionalDays: readonly Day[]) => ({
      school: schoolId("A"),
      instructionalDays,
    });
    const part = of(daysFrom("2021-08-30", 80));
    const full = of([day("2021-08-30"), day("2022-06-10")]);
    expect(asSent(part, day("2021-10-20"))).toEqual({ ...part, isSentInPart: true });
    expect(asSent(full, day("2021-10-20"))).toBe(full);
    const none = of([]);
    expect(asSent(none, day("2021-10-20"))).toBe(none);
  });

  it("of a school is in part where that of one of its tracks is, and not where none was sent", () => {
    const asOf = day("2021-10-20");
    const part = daysFrom("2021-08-30", 80);
    const full = [day("2021-08-30"), day("2022-06-10")];
    const of = (...tracks: (readonly Day[])[]) => ({
      school: schoolId("A"),
      instructionalDays: tracks.flat().sort(),
      ...(tracks.length > 1 && {
        named: new Map(tracks.map((days, index) => [`Track ${index}`, days])),
      }),
    });
    expect(isSchoolSentInPart(of(part), asOf)).toBe(true);
    expect(isSchoolSentInPart(of(full), asOf)).toBe(false);
    expect(isSchoolSentInPart(of([]), asOf)).toBe(false);
    expect(isSchoolSentInPart(of(full, part), asOf)).toBe(true);
    expect(isSchoolSentInPart(of(full, full), asOf)).toBe(false);
    expect(isSchoolSentInPart(of(full, []), asOf)).toBe(false);
  });
});
