import { describe, expect, it } from "vitest";
import { capital, counted, number } from "../../../functions/releases/words/figure-words.ts";

describe("the words of figures", () => {
  it("write numbers with commas, and one thing without an s", () => {
    expect(number(1_234_567)).toBe("1,234,567");
    expect(counted(1, "student")).toBe("1 student");
    expect(counted(0, "student")).toBe("0 students");
    expect(counted(1_200, "student")).toBe("1,200 students");
    expect(capital("at most 5%")).toBe("At most 5%");
    expect(capital("")).toBe("");
  });
});
