import { describe, expect, it } from "vitest";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  cubesOf,
  DayNotCovered,
  requireInstructionalDay,
} from "../../../functions/pipeline/measure/measured-cubes.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { measure } from "../../../functions/pipeline/measure/measure.ts";
import { CAST, CAST_DAY, EFFECTIVE_PRACTICE } from "../../support/local-district.ts";

describe("cubesOf", () => {
  it("reads the counts once for one measuring, and again for another", async () => {
    const { records } = await conformedCast();
    const manifest = (await conformedInForce(records, CAST))!;
    const measuring = { asOf: CAST_DAY, mandate: EFFECTIVE_PRACTICE };
    await expect(cubesOf(records, manifest, measuring)).rejects.toThrow("measure the school first");
    for (const school of manifest.schools) await measure(records, manifest, school, measuring);
    const cubes = await cubesOf(records, manifest, measuring);
    expect(await cubesOf(records, manifest, measuring)).toBe(cubes);
    const again = await cubesOf(records, manifest, { ...measuring });
    expect(again).not.toBe(cubes);
    expect(again).toEqual(cubes);
    const earlier = { ...measuring, asOf: day("2022-03-14") };
    await expect(cubesOf(records, manifest, earlier)).rejects.toThrow("measure the school first");
  });
});

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
