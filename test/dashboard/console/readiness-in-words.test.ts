import { describe, expect, it } from "vitest";
import { readinessInWords } from "../../../dashboard/console/state-reports/readiness-in-words.ts";

describe("readinessInWords", () => {
  it.each([
    [{ passed: 14, failed: 0, schoolsWithFaults: 0 }, "all 14 passed"],
    [{ passed: 12, failed: 2, schoolsWithFaults: 0 }, "2 of 14 checks failed"],
    [
      { passed: 13, failed: 1, schoolsWithFaults: 1 },
      "1 of 14 checks failed, with records to fix in 1 school",
    ],
  ])("says how far a report is: %o", (ready, words) => {
    expect(readinessInWords(ready)).toBe(words);
  });
});
