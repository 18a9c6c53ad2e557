import { describe, expect, it } from "vitest";
import type { BarRow } from "../../../../dashboard/src/components/sections/requirements/bar-rows.ts";
import { drawnBar } from "../../../../dashboard/src/components/sections/requirements/drawn-bar.ts";

const AS_OF = "2022-05-20";
const shown = (part: string, share: number): BarRow => ({
  ...{ level: "district", school: "", schoolName: "Cast" },
  ...{ breakdown: "all", group: "all", groupName: "All students" },
  ...{ part, partName: part, low: share, high: share, n: 40, drawnOn: AS_OF, state: "shown" },
});
const without = (part: string, state: string): BarRow => ({
  ...shown(part, 0),
  ...{ low: null, high: null, n: null, drawnOn: null, state },
});

describe("a bar as a chart draws it", () => {
  it("has the parts that are shown, in their order, and the number of students", () => {
    expect(
      drawnBar(
        [shown("met", 0.75), without("pending", "not-applicable"), shown("not-met", 0.25)],
        AS_OF,
      ),
    ).toMatchObject({
      ...{ n: 40, note: null },
      parts: [
        { part: "met", low: 0.75, high: 0.75 },
        { part: "not-met", low: 0.25, high: 0.25 },
      ],
    });
  });

  it("says in words why there is no figure, and has no number of students", () => {
    expect(drawnBar([without("met", "too-few-students")], AS_OF)).toEqual({
      ...{ n: null, note: null, why: "too few students to show", parts: [] },
    });
  });

  it("gives another reason before that a part does not apply", () => {
    const [none, hidden] = [without("met", "not-applicable"), without("not-met", "left-out")];
    expect(drawnBar([none, hidden], AS_OF).why).toBe("left out");
    expect(drawnBar([hidden, none], AS_OF).why).toBe("left out");
    expect(drawnBar([none], AS_OF).why).toBe("not applicable");
  });

  it("notes the day of its counts where the first part has no figure", () => {
    const held = { ...shown("not-met", 0.25), drawnOn: "2022-05-19" };
    expect(drawnBar([without("met", "not-applicable"), held], AS_OF)).toMatchObject({
      ...{ n: 40, note: "counts of May 19" },
    });
    expect(drawnBar([held], AS_OF, true).note).toBe("counts of May 19; not compared");
  });
});
