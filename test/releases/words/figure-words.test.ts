import { describe, expect, it } from "vitest";
import { capital } from "../../../functions/releases/words/figure-words.ts";

describe("capital", () => {
  it("writes the first letter large", () => {
    expect(capital("at most 5%")).toBe("At most 5%");
    expect(capital("")).toBe("");
  });
});
