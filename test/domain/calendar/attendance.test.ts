import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isChronicallyAbsent } from "../../../functions/domain/calendar/attendance.ts";

describe("isChronicallyAbsent", () => {
  it("begins at a tenth of the days: 18 of 180, not 17", () => {
    expect(isChronicallyAbsent(18, 180)).toBe(true);
    expect(isChronicallyAbsent(17, 180)).toBe(false);
  });

  it("is not led astray by floating point, where 1 - 162/180 is less than 0.1", () => {
    expect(1 - 162 / 180 >= 0.1).toBe(false);
    expect(isChronicallyAbsent(180 - 162, 180)).toBe(true);
  });

  it("says no of a student without a day enrolled", () => {
    expect(isChronicallyAbsent(0, 0)).toBe(false);
  });

  it("begins at the tenth of any number of days, in whole days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (enrolled) => {
        const first = Math.ceil(enrolled / 10);
        expect(isChronicallyAbsent(first, enrolled)).toBe(true);
        expect(isChronicallyAbsent(first - 1, enrolled)).toBe(false);
      }),
    );
  });
});
