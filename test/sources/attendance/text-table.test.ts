import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addText,
  isFull,
  LONGEST_TEXT,
  NO_TEXT,
  textAt,
  textTable,
} from "../../../functions/sources/attendance/text-table.ts";

const LINE_FEED = 0x0a;

/** The rests of records, one after the other, and where each begins. */
function viewOf(rests: readonly string[]) {
  const starts = rests.map((_, index) => rests.slice(0, index).join("").length);
  const bytes = new TextEncoder().encode(rests.join("") + "x".repeat(LONGEST_TEXT));
  return { view: new DataView(bytes.buffer), starts };
}

describe("text table", () => {
  it("finds each rest that was added, in any order, and no other", () => {
    const rest = fc
      .string({ unit: fc.constantFrom("a", "b", ","), maxLength: LONGEST_TEXT - 2 })
      .map((text) => `${text}\n`);
    fc.assert(
      fc.property(fc.array(rest, { maxLength: 300 }), fc.nat(300), (rests, learned) => {
        const table = textTable(LINE_FEED, 8192);
        const { view, starts } = viewOf(rests);
        const added = new Map<string, number>();
        for (const [index, start] of starts.entries()) {
          const text = rests[index] ?? "";
          const expected = added.get(text) ?? NO_TEXT;
          expect(textAt(table, view, start)).toBe(expected);
          if (expected !== NO_TEXT || index >= learned) continue;
          added.set(text, addText(table, view, start, index));
        }
        for (const [text, number] of added) {
          const first = rests.indexOf(text);
          expect(table.values[number]).toBe(first);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [LONGEST_TEXT - 1, true],
    [LONGEST_TEXT, false],
    [LONGEST_TEXT + 1, false],
  ])("takes a rest of %i bytes: %s", (length, isTaken) => {
    const table = textTable(LINE_FEED, 8192);
    const { view } = viewOf([`${"x".repeat(length - 1)}\n`]);
    expect(addText(table, view, 0, 3) !== NO_TEXT).toBe(isTaken);
    expect(textAt(table, view, 0) !== NO_TEXT).toBe(isTaken);
  });

  it("is full at some time, and still finds what it has", () => {
    const table = textTable(LINE_FEED, 8192);
    let last = "";
    for (let nth = 0; !isFull(table) && nth < 100_000; nth++) {
      last = `${nth}\n`;
      addText(table, viewOf([last]).view, 0, nth);
    }
    expect(isFull(table)).toBe(true);
    expect(textAt(table, viewOf([last]).view, 0)).toBe(table.count - 1);
    expect(addText(table, viewOf(["more\n"]).view, 0, 0)).toBe(NO_TEXT);
  });
});
