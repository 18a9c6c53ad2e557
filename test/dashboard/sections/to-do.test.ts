import { describe, expect, it } from "vitest";
import { isToDo, toDo } from "../../../dashboard/src/components/sections/to-do.ts";
import { PARTS_OF, type PartsOf } from "../../../dashboard/src/words/terms/question-parts.ts";

describe("what is still to do in a bar", () => {
  it.each<readonly [PartsOf, readonly string[]]>([
    ["review", ["not-held", "no-plan"]],
    ["standing", ["not-met"]],
    ["plan", ["none"]],
    ["transition", ["not-ready"]],
  ])("is what waits for somebody, of all parts of a bar of a %s", (of, parts) => {
    const all = Object.keys(PARTS_OF[of].en);
    expect(all.filter((part) => isToDo({ part }))).toEqual(parts);
    expect(all.length).toBeGreaterThan(parts.length);
  });

  it("is added up from its least to its greatest, of those parts alone", () => {
    expect(
      toDo([
        { part: "held-on-time", low: 0.5, high: 0.5 },
        { part: "not-held", low: 0.25, high: 0.375 },
        { part: "no-plan", low: 0.125, high: 0.25 },
      ]),
    ).toEqual({ low: 0.375, high: 0.625 });
    expect(toDo([])).toEqual({ low: 0, high: 0 });
  });
});
