import { expect, it } from "vitest";
import { EFFECTIVE_PRACTICE } from "../support/local-district.ts";
import { darkBars } from "../support/dark-bars.ts";
import { demoYear } from "../support/demo-year.ts";

/** `npm run soak` does the same for twelve releases and four mandates. */
it("the demo has a label on every bar of the smallest size and more, in autumn and in May", async () => {
  const year = await demoYear(["2021-11-19", "2022-05-20"], EFFECTIVE_PRACTICE);
  const [first] = year;
  if (first === undefined) throw new Error("expected two releases");
  for (const { asOf, public: open, staff } of year) {
    expect(darkBars(open, staff, first.staff), asOf).toEqual([]);
  }
  const withoutLabels = (first.public["rates"] ?? []).map((row) => ({
    ...row,
    state: "too-few-students",
  }));
  expect(darkBars({ rates: withoutLabels }, first.staff, first.staff).length).toBeGreaterThan(50);
});
