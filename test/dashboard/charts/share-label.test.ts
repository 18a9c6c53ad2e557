import { describe, expect, it } from "vitest";
import { shareLabel } from "../../../dashboard/src/words/formats/share-label.ts";

describe("the label of a share in a bar", () => {
  it.each([
    [0.42, 0.42, "42%"],
    [0, 0, "0%"],
    [1, 1, "100%"],
    [0.002, 0.002, "<1%"],
    [0.55, 0.59, "55–59%"],
    [0, 0.05, "≤5%"],
    [0, 0.49, "<50%"],
    [0.5, 1, "≥50%"],
    [0.95, 1, "≥95%"],
    [0.21, 0.39, "21–39%"],
  ])("of %d to %d is %s", (low, high, label) => {
    expect(shareLabel({ low, high })).toBe(label);
  });
});
