import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  dayAfterShare,
  lackOfDays,
  lastDayOfCalendar,
  lastDayOfShare,
} from "../../../functions/mandates/clock/parts-of-year.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { calendar, clockCase, documentOf, held } from "../clock-case.ts";

const inPart = { ...calendar, isSentInPart: true as const };
const WHY =
  "The exports have the calendar of the student's school only from September 6, 2021 to January 21, 2022, a part of the school year: send all of its instructional days.";

describe("the days that follow from the length of a school year", () => {
  it("are those of a calendar that was sent in full", () => {
    expect(lastDayOfShare(calendar, { days: 1, of: 2 })).toBe("2021-11-12");
    expect(dayAfterShare(calendar, { days: 1, of: 2 })).toBe("2021-11-15");
    expect(dayAfterShare(calendar, { days: 0, of: 1 })).toBe("2021-09-06");
    expect(lastDayOfCalendar(calendar)).toBe("2022-01-21");
  });

  it("are unknown where it was sent in part, but for the first", () => {
    expect(lastDayOfShare(inPart, { days: 1, of: 2 })).toBeNull();
    expect(dayAfterShare(inPart, { days: 1, of: 2 })).toBeNull();
    expect(dayAfterShare(inPart, { days: 0, of: 1 })).toBe("2021-09-06");
    expect(lastDayOfCalendar(inPart)).toBeNull();
    expect(lackOfDays(inPart)).toBe(WHY);
  });

  it.each(["2021-11-11", "2021-11-12", "2021-11-13", "2022-01-22", "2022-05-20"])(
    "convict nobody on %s, where the calendar was sent in part",
    (asOf) => {
      const effectivePractice = mandateById("effective-practice");
      for (const grade of ["07", "08", "12"] as const) {
        for (const document of [null, documentOf([]), documentOf([held("2021-11-15")])]) {
          const student = clockCase({ grade, document, calendar: inPart });
          const answers = assess(effectivePractice, student, day(asOf));
          const reviews = answers.filter(({ kind }) => kind === "review");
          expect(reviews.map(({ status }) => status)).not.toContain("pending");
          for (const { status, because } of answers) {
            expect(["not-held", "held-late", "plan-missing", "not-met"]).not.toContain(status);
            if (status === "not-determinable") expect(because).toContain(WHY);
          }
          expect(answers.some(({ status }) => status === "not-determinable")).toBe(true);
        }
      }
    },
  );

  it.each([
    ["2022-01-21", "the end of the school year"],
    ["2022-01-22", "the day after it"],
  ])("are not the end of the year for a plan that is kept, on %s (%s)", (asOf) => {
    for (const id of ["KY", "VA", "MI", "NC", "RI"]) {
      for (const grade of ["07", "08", "10"] as const) {
        const student = clockCase({ grade, calendar: inPart, document: null });
        for (const { requirement, status } of assess(mandateById(id), student, day(asOf))) {
          const { due } = requirement as { readonly due?: { readonly kind: string } };
          if (due?.kind !== "year-end" && due?.kind !== "share-of-year") continue;
          expect(["not-held", "held-late", "plan-missing", "not-met"]).not.toContain(status);
        }
      }
    }
  });
});
