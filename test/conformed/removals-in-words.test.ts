import { expect, it } from "vitest";
import { removalsInWords } from "../../functions/conformed/removals-in-words.ts";

it("says what a file would remove: records by their number, and a column by its name", () => {
  expect(
    removalsInWords([
      { type: "person", before: 100, gone: 21 },
      { type: "plan", before: 1, gone: 1 },
      { type: "attendance", before: 5_557, gone: 5_514 },
      { type: "goal", before: 1_351, gone: 1_351, column: "target_on" },
    ]),
  ).toEqual([
    "21 of 100 students",
    "1 of 1 plan",
    "5,514 of 5,557 attendance records",
    "every value of the column target_on (in 1,351 goals)",
  ]);
});
