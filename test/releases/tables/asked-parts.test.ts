import { describe, expect, it } from "vitest";
import { askedParts } from "../../../functions/releases/tables/asked-parts.ts";
import { STANDINGS, STATUSES } from "../../../functions/metrics/questions/statistic.ts";
import { scopeOf } from "./drawn-scope.ts";

const rowsOf = (statistic: typeof STANDINGS | typeof STATUSES) => [
  ...askedParts(scopeOf("staff"), statistic, "Everything together", ({ id }) => ({ part: id })),
];

describe("the parts that are asked for", () => {
  it("are of all requirements together, then of each that has the question", () => {
    const asked = (statistic: typeof STANDINGS | typeof STATUSES) => [
      ...new Set(rowsOf(statistic).map(({ key }) => key.requirement)),
    ];
    expect(rowsOf(STANDINGS)[0]?.key).toMatchObject({
      ...{ requirement: "all", requirementName: "Everything together" },
      ...{ level: "district", group: "all", part: "met" },
    });
    // The plan of a student has a standing and, unlike a review, no status of a clock.
    const { mandate } = scopeOf("staff");
    const ids = mandate.requirements.map(({ id }) => id);
    const reviews = mandate.requirements.filter(({ kind }) => kind.endsWith("-review"));
    expect(asked(STANDINGS)).toEqual(["all", ...ids]);
    expect(asked(STATUSES)).toEqual(["all", ...reviews.map(({ id }) => id)]);
    expect(reviews.length).toBeGreaterThan(0);
    expect(reviews.length).toBeLessThan(ids.length);
  });

  it("are every part once, in order, of each requirement, place and group", () => {
    const parts = STANDINGS.parts.map(({ id }) => id);
    const rows = rowsOf(STANDINGS);
    const byBar = new Map<string, string[]>();
    for (const { key, bar, parts: of } of rows) {
      expect(of).toEqual([key.part]);
      const name = JSON.stringify(bar);
      byBar.set(name, [...(byBar.get(name) ?? []), key.part]);
    }
    for (const asked of byBar.values()) expect(asked).toEqual(parts);
    expect(byBar.size * parts.length).toBe(rows.length);
  });
});
