import { describe, expect, it } from "vitest";
import { UNLISTED } from "../../../functions/domain/plans/plan.ts";
import { rankOf, type Precedence } from "../../../functions/domain/record-types/precedence.ts";

const EARLY = { heldOn: "2021-09-01", note: "" };
const LATE = { heldOn: "2021-10-01", note: "" };

describe("of two records of one key", () => {
  it.each<[string, Precedence, object, object]>([
    [
      "an open end holds over a day",
      { prefers: "open-or-latest", field: "until" },
      { until: null },
      { until: "2022-01-01" },
    ],
    [
      "a later end holds over an earlier",
      { prefers: "open-or-latest", field: "until" },
      { until: "2022-01-02" },
      { until: "2022-01-01" },
    ],
    ["yes holds over no", { prefers: "yes", field: "is" }, { is: true }, { is: false }],
    [
      "a value holds over none",
      { prefers: "filled", field: "on" },
      { on: "2022-01-01" },
      { on: null },
    ],
    [
      "the value holds over others",
      { prefers: "value", field: "state", value: "held" },
      { state: "held" },
      { state: "missed" },
    ],
    [
      "other values hold over the value",
      { prefers: "other-value", field: "status", value: "draft" },
      { status: "active" },
      { status: "draft" },
    ],
    ["the latest day in any field holds", { prefers: "latest-day" }, LATE, EARLY],
    ["the one that says more holds", { prefers: "most-said" }, { ...EARLY, note: "x" }, EARLY],
    [
      "an item that is listed says more than one that is not",
      { prefers: "most-said" },
      { who: ["student"] },
      { who: [UNLISTED] },
    ],
  ])("%s", (_fact, rule, greater, less) => {
    const ranks = [greater, less].map((row) =>
      rankOf(rule, row as { readonly [field: string]: unknown }),
    );
    expect(ranks[0]! > ranks[1]!).toBe(true);
  });
});
