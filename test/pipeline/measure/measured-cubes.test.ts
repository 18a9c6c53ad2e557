import { describe, expect, it } from "vitest";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  DayNotCovered,
  requireInstructionalDay,
} from "../../../functions/pipeline/measure/measured-cubes.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST } from "../../support/local-district.ts";

describe("requireInstructionalDay", () => {
  it("lets each day of a school year with a calendar pass, and no day before or after it", async () => {
    const { records } = await conformedCast();
    const manifest = (await conformedInForce(records, CAST))!;
    const passes = (on: string) => requireInstructionalDay(records, manifest, day(on));
    for (const on of ["2021-07-01", "2022-03-15", "2022-06-30"]) {
      await expect(passes(on), on).resolves.toBeUndefined();
    }
    for (const on of ["2021-06-30", "2022-07-01"]) {
      await expect(passes(on), on).rejects.toThrow(DayNotCovered);
    }
    await expect(passes("2022-07-01")).rejects.toThrow(
      "has an instructional day in the school year 2022-23: nothing is published",
    );
  });

  it("lets every day pass where a district sends no calendar", async () => {
    const { records } = await conformedCast();
    const manifest = (await conformedInForce(records, CAST))!;
    const without = {
      ...manifest,
      schools: manifest.schools.map((school) => ({
        ...school,
        partitions: school.partitions.filter(({ table }) => table !== "calendar"),
      })),
    };
    await expect(requireInstructionalDay(records, without, day("2015-01-01"))).resolves.toBe(
      undefined,
    );
  });
});
