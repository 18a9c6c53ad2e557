import { describe, expect, it } from "vitest";
import { mandateById } from "../../functions/mandates/rules/mandates.ts";
import { darkBars } from "../support/dark-bars.ts";
import { demoYear } from "../support/demo-year.ts";

/** Twelve releases from the first week of school to the end of the school year, at most a month apart. */
const MONTHS = [
  ...["2021-08-27", "2021-09-24", "2021-10-22", "2021-11-19", "2021-12-17", "2022-01-14"],
  ...["2022-02-11", "2022-03-11", "2022-04-08", "2022-05-06", "2022-05-27", "2022-06-24"],
];

describe("twelve monthly releases of the demo", () => {
  it.each(["effective-practice", "KY", "PA", "TX"])(
    "have a label on every bar of the smallest size and more: %s",
    async (code) => {
      const year = await demoYear(MONTHS, mandateById(code));
      const [first] = year;
      if (first === undefined) throw new Error("expected twelve releases");
      let shown = 0;
      for (const { asOf, public: open, staff } of year) {
        expect(darkBars(open, staff, first.staff), asOf).toEqual([]);
        shown += (open["rates"] ?? []).filter(({ state }) => state === "shown").length;
      }
      expect(shown).toBeGreaterThan(100);
    },
  );
});
