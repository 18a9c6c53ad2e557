import { describe, expect, it } from "vitest";
import { MARK_KEYS, markOf } from "../../../dashboard/src/words/terms/states.ts";
import { FIGURE_STATES } from "../../../functions/domain/figures/figure.ts";

describe("marks", () => {
  it("give a word for each state that is not shown, no number and no dash, and explain it in the key", () => {
    for (const language of ["en", "es"] as const) {
      for (const state of FIGURE_STATES.filter((each) => each !== "shown")) {
        expect(markOf(state, language)).not.toMatch(/\d|^$|-/);
        expect(MARK_KEYS[language].ranges.map(({ mark }) => mark)).toContain(
          markOf(state, language),
        );
      }
    }
    expect(markOf("too-few-students", "en")).toBe("too few students to show");
    expect(markOf("too-few-students", "es")).toBe("muy pocos estudiantes para mostrar");
  });

  it("explain exact figures where all are exact, and ranges where some are not", () => {
    expect(MARK_KEYS.en.exact.map(({ mark }) => mark)).toEqual([
      "42% · 128",
      "not enough data",
      "not applicable",
    ]);
    expect(MARK_KEYS.en.partlyExact.map(({ mark }) => mark)).toEqual([
      "42% · 128",
      "too few students to show",
      "left out",
      "not enough data",
      "not applicable",
      "at most 5%",
      "60–69%",
      "counts of a date",
      "not public",
    ]);
  });
});
