import { describe, expect, it } from "vitest";
import { capital, counted, longDay, number } from "../../functions/releases/figure-words.ts";

describe("the words of figures", () => {
  it.each([
    ["2022-02-28", "February 28, 2022"],
    ["2021-12-01", "December 1, 2021"],
    ["2022-01-09", "January 9, 2022"],
  ])("write %s as %s", (on, text) => {
    expect(longDay(on)).toBe(text);
  });

  it("write numbers with commas, and one thing without an s", () => {
    expect(number(1_234_567)).toBe("1,234,567");
    expect(counted(1, "student")).toBe("1 student");
    expect(counted(0, "student")).toBe("0 students");
    expect(counted(1_200, "student")).toBe("1,200 students");
    expect(capital("at most 5%")).toBe("At most 5%");
    expect(capital("")).toBe("");
  });
});
