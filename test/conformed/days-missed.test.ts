import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../functions/domain/calendar/day.ts";
import { CONFORMED } from "../../functions/domain/record-types/conformed-tables.ts";
import { grouped } from "../../functions/domain/text/grouped.ts";
import { daysMissed } from "../../functions/conformed/days-missed.ts";
import { toArrow } from "../../functions/releases/files/arrow-rows.ts";

const drawnAbsence = fc.record({
  student: fc.constantFrom("0042", "0043", "0044"),
  on: fc.nat({ max: 40 }).map((days) => addDays(day("2021-09-06"), days)),
  absentMilli: fc.constantFrom(499, 500, 1000),
  excusal: fc.constantFrom("excused", "unknown"),
});

describe("daysMissed", () => {
  it("gives each student the days of every month, in the order of the rows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(drawnAbsence, { maxLength: 12 }), { maxLength: 3 }),
        (months) => {
          const read = daysMissed(months.map((rows) => toArrow(CONFORMED.absence, rows)));
          const expected = grouped(months.flat(), ({ student }) => student);
          expect([...read]).toEqual(
            [...expected].map(([student, rows]) => [
              student,
              rows.map(({ on, absentMilli }) => ({ on, absentMilli })),
            ]),
          );
        },
      ),
    );
  });

  it("makes a day once for all who missed the same share of it", () => {
    const on = day("2021-09-07");
    const rows = ["0042", "0043"].map((student) => ({
      ...{ student, on, absentMilli: 500, excusal: "excused" },
    }));
    const [first, second] = [...daysMissed([toArrow(CONFORMED.absence, rows)]).values()];
    expect(first?.[0]).toBe(second?.[0]);
  });
});
