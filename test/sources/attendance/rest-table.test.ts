import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addRest,
  isFull,
  LONGEST_REST,
  NO_REST,
  restAt,
  restTable,
} from "../../../functions/sources/attendance/rest-table.ts";

/** The rests of records, one after the other, and where each begins. */
function viewOf(rests: readonly string[]) {
  const starts = rests.map((_, index) => rests.slice(0, index).join("").length);
  const bytes = new TextEncoder().encode(rests.join("") + "x".repeat(LONGEST_REST));
  return { view: new DataView(bytes.buffer), starts };
}

describe("rest table", () => {
  it("finds each rest that was added, in any order, and no other", () => {
    const rest = fc
      .string({ unit: fc.constantFrom("a", "b", ","), maxLength: LONGEST_REST - 2 })
      .map((text) => `${text}\n`);
    fc.assert(
      fc.property(fc.array(rest, { maxLength: 300 }), fc.nat(300), (rests, learned) => {
        const table = restTable();
        const { view, starts } = viewOf(rests);
        const added = new Map<string, number>();
        for (const [index, start] of starts.entries()) {
          const text = rests[index] ?? "";
          const expected = added.get(text) ?? NO_REST;
          expect(restAt(table, view, start)).toBe(expected);
          if (expected !== NO_REST || index >= learned) continue;
          added.set(text, addRest(table, view, start, index, 1 + (index % 200)));
        }
        for (const [text, number] of added) {
          const first = rests.indexOf(text);
          expect([table.dayIndexes[number], table.codes[number]]).toEqual([
            first,
            1 + (first % 200),
          ]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [LONGEST_REST - 1, true],
    [LONGEST_REST, false],
    [LONGEST_REST + 1, false],
  ])("takes a rest of %i bytes: %s", (length, isTaken) => {
    const table = restTable();
    const { view } = viewOf([`${"x".repeat(length - 1)}\n`]);
    expect(addRest(table, view, 0, 3, 4) !== NO_REST).toBe(isTaken);
    expect(restAt(table, view, 0) !== NO_REST).toBe(isTaken);
  });

  it("is full at some time, and still finds what it has", () => {
    const table = restTable();
    let last = "";
    for (let nth = 0; !isFull(table) && nth < 100_000; nth++) {
      last = `${nth}\n`;
      addRest(table, viewOf([last]).view, 0, nth, 1);
    }
    expect(isFull(table)).toBe(true);
    expect(restAt(table, viewOf([last]).view, 0)).toBe(table.count - 1);
    expect(addRest(table, viewOf(["more\n"]).view, 0, 0, 1)).toBe(NO_REST);
  });
});
