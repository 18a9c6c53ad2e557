import { describe, expect, it } from "vitest";
import { sampleGoals } from "../../../functions/cli/steps/sample-goals.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST } from "../../support/local-district.ts";

describe("sampleGoals", () => {
  it("draws goals of the district's plans of the year, numbered, without their own ids", async () => {
    const { records } = await conformedCast();
    const manifest = (await conformedInForce(records, CAST))!;
    const goals = await sampleGoals(records, manifest, day("2022-05-20"), 3);
    expect(goals.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    for (const { text, language, grade } of goals) {
      expect(text.length).toBeGreaterThan(0);
      expect(["en", "es"]).toContain(language);
      expect(grade).toMatch(/^(?:\d\d)?$/);
    }
    expect(await sampleGoals(records, manifest, day("2022-05-20"), 3)).toEqual(goals);
  });

  it("draws none of a year without plans", async () => {
    const { records } = await conformedCast();
    const manifest = (await conformedInForce(records, CAST))!;
    expect(await sampleGoals(records, manifest, day("2001-05-20"), 3)).toEqual([]);
  });
});
