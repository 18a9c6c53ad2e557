import { describe, expect, it } from "vitest";
import { hull, intersection, isEmpty, NOTHING_YET } from "../../functions/audit/range.ts";

const range = (low: number, high: number) => ({ low, high });

describe("intersection", () => {
  it.each([
    [range(0, 5), range(3, 9), range(3, 5)],
    [range(0, 9), range(3, 5), range(3, 5)],
    [range(0, 3), range(3, 9), range(3, 3)],
    [range(0, 3), range(4, 9), null],
  ])("of %j and %j is %j, either way round", (range, other, both) => {
    expect(intersection(range, other)).toEqual(both);
    expect(intersection(other, range)).toEqual(both);
  });
});

describe("hull", () => {
  it("holds both ranges and what is between them", () => {
    expect(hull(range(0, 3), range(7, 9))).toEqual(range(0, 9));
    expect(hull(NOTHING_YET, range(7, 9))).toEqual(range(7, 9));
    expect([isEmpty(NOTHING_YET), isEmpty(range(7, 7))]).toEqual([true, false]);
  });
});
