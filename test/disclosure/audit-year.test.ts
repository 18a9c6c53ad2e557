import { describe, expect, it } from "vitest";
import { auditYear, type ReleaseSeen } from "../../functions/disclosure/audit-year.ts";
import type { CubeCell, Range } from "../../functions/disclosure/cube.ts";

const ID = "plan-coverage|counted|district|sex/female";

const released = (count: number, students: number, need: number, seen: Range): ReleaseSeen => {
  const cell: CubeCell = {
    ...{ id: ID, table: "rates", count, lower: 0, upper: students, need, cost: 1 },
    display: { kind: "hidden" },
  };
  return { cells: [cell], seen: new Map([[ID, seen]]) };
};

describe("two releases of a year side by side", () => {
  it("tell a count where its label moves by one rung and one student left", () => {
    // 121 of 128 is the least of "95% or more", 120 of 127 the most of "90-94%".
    const january = released(121, 128, 2, { low: 121, high: 128 });
    const march = released(120, 127, 0, { low: 114, high: 120 });
    expect(auditYear(january, march)).toEqual([{ kind: "two-releases-tell", cell: ID }]);
  });

  it("tell nothing where many changed sides", () => {
    const january = released(121, 128, 2, { low: 121, high: 128 });
    const march = released(90, 127, 0, { low: 83, high: 95 });
    expect(auditYear(january, march)).toEqual([]);
  });

  it("must not show what one of them hides", () => {
    const hiding: ReleaseSeen = {
      ...released(4, 9, 5, { low: 0, high: 9 }),
      seen: new Map(),
    };
    expect(auditYear(hiding, released(4, 12, 5, { low: 0, high: 5 }))).toEqual([
      { kind: "shown-though-hidden-before", cell: ID },
    ]);
  });
});
