import { describe, expect, it } from "vitest";
import {
  overdueInWords,
  type CountedColumn,
} from "../../../../dashboard/console/today/overdue-in-words.ts";

const overdue = (name: string, count: number): CountedColumn => ({ name, count, isOverdue: true });
const others: CountedColumn = { name: "No open plan", count: 7, isOverdue: false };

describe("overdueInWords", () => {
  it("names the three requirements that are overdue for most students", () => {
    const four = [overdue("A", 1), overdue("B", 4), overdue("C", 3), overdue("D", 2)];
    expect(overdueInWords([others, ...four])).toBe("Overdue: b (4), c (3), d (2), and more.");
    expect(overdueInWords(four.slice(0, 3))).toBe("Overdue: b (4), c (3), a (1).");
    expect(overdueInWords([overdue("Second review", 1_200), overdue("Plan", 0)])).toBe(
      "Overdue: second review (1,200).",
    );
  });

  it("does not say that nothing is overdue, since that may not be determined", () => {
    expect(overdueInWords([others, overdue("A", 0)])).toBe("Nothing is known to be overdue.");
  });

  it("says nothing to a reader who sees no plans", () => {
    expect(overdueInWords([others])).toBe("");
  });
});
