import { describe, expect, it } from "vitest";
import { isKnownAt, requirementsAskedAt } from "../../../functions/releases/overview/asked-at.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import { exact, rateRow, shown, standingRow, unshown } from "../release-rows.ts";

describe("the requirements asked at a place", () => {
  const rule = (id: string, grades: readonly string[], kind = "record") =>
    requirementSummary({ id, kind, grades });
  const mandate = mandateRow({
    requirements: [
      rule("middle", ["06", "07"]),
      rule("both", ["08", "09"]),
      rule("transition-9", ["08", "09"], "transition-review"),
    ],
  });
  const grade = (group: string, given: Parameters<typeof standingRow>[0] = {}) =>
    standingRow({ breakdown: "grade", group, ...given });
  const move = (given: Parameters<typeof rateRow>[0] = {}) =>
    rateRow({
      measure: "transition-coverage",
      breakdown: "transition",
      group: "transition-9",
      ...given,
    });
  const asked = (
    standings: readonly ReturnType<typeof standingRow>[],
    rates: readonly ReturnType<typeof rateRow>[] = [],
  ) => requirementsAskedAt({ rates, standings }, mandate).map(({ id }) => id);

  it("are those of a grade of the place, whether or not the grade has a figure", () => {
    expect(asked([grade("09"), grade("10")])).toEqual(["both"]);
    expect(asked([grade("07", unshown("too-few-students")), grade("09")])).toEqual([
      ...["middle", "both"],
    ]);
    expect(asked([grade("07", unshown("not-applicable")), grade("09")])).toEqual(["both"]);
  });

  it("are all where no row tells the grades", () => {
    expect(asked([standingRow()])).toEqual(["middle", "both"]);
  });

  it("hold a review at a transition only where its bar has students", () => {
    expect(asked([grade("09")], [move()])).toEqual(["both", "transition-9"]);
    expect(asked([grade("09")], [move(unshown("too-few-students"))])).toContain("transition-9");
    expect(asked([grade("09")], [move(unshown("not-applicable"))])).toEqual(["both"]);
    expect(asked([grade("09")], [move({ group: "transition-6" })])).toEqual(["both"]);
  });
});

describe("whether a share of a requirement says something", () => {
  type Band = ReturnType<typeof exact>;
  const partsOf = (parts: { readonly [standing: string]: Band }) =>
    isKnownAt(
      {
        standings: [
          ...Object.entries(parts).map(([standing, of]) =>
            standingRow({ requirement: "goals", standing, ...of }),
          ),
          standingRow({ requirement: "other", standing: "met", ...exact(9) }),
          standingRow({ requirement: "goals", breakdown: "grade", standing: "met", ...exact(9) }),
        ],
      },
      "goals",
    );

  it.each<readonly [string, { readonly [standing: string]: Band }, boolean]>([
    ["somebody meets it", { met: exact(1), "not-determinable": exact(39) }, true],
    ["somebody misses it", { "not-met": exact(1), "not-determinable": exact(39) }, true],
    ["of nobody it can be determined", { "not-determinable": exact(40) }, false],
    [
      "of some it cannot be, of the others it is not due",
      { "not-determinable": exact(1), "not-applicable": exact(39) },
      false,
    ],
    ["it applies to nobody", { "not-applicable": exact(40) }, false],
    ["it applies to one, who is known", { "not-applicable": exact(39), met: exact(1) }, true],
    ["a band does not say", { met: shown("LE5"), "not-determinable": shown("GE95") }, false],
    [
      "a band is of nearly all, so that nobody is known to meet or to miss it",
      { "not-applicable": shown("GE95"), met: shown("LE5") },
      false,
    ],
    ["there is no figure", { met: unshown("too-few-students") }, true],
  ])("is so where %s: %s", (_, parts, expected) => {
    expect(partsOf(parts)).toBe(expected);
  });
});
