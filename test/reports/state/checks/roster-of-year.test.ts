import { describe, expect, it } from "vitest";
import { rosterOfYear } from "../../../../functions/reports/state/checks/roster-of-year.ts";
import { inHandWith } from "../../../support/report-in-hand.ts";

const run = (inLaterYear: number, onDay: number) =>
  rosterOfYear.run(
    inHandWith({
      presence: [{ school: "A", name: "School A", ofYear: onDay, onDay, inLaterYear }],
    }),
  );

describe("the school year of the roster", () => {
  it.each([
    [0, 20, "passed"],
    [2, 20, "passed"],
    [3, 20, "failed"],
    [20, 20, "failed"],
    [0, 0, "passed"],
  ])("with %i of %i students entered for a later year: %s", (later, students, outcome) => {
    expect(run(later, students).outcome).toBe(outcome);
  });
});
