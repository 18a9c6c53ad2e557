import { describe, expect, it } from "vitest";
import { counted, number } from "../../../functions/domain/text/counted.ts";

describe("counted", () => {
  it("writes numbers with commas", () => {
    expect(number(1_234_567)).toBe("1,234,567");
  });

  it("writes one thing without an s", () => {
    expect(counted(1, "student")).toBe("1 student");
    expect(counted(0, "student")).toBe("0 students");
    expect(counted(1_200, "student")).toBe("1,200 students");
  });

  it("writes a plural of its own", () => {
    expect(counted(1, "entry", "entries")).toBe("1 entry");
    expect(counted(2, "entry", "entries")).toBe("2 entries");
  });
});
