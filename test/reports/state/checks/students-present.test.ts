import { describe, expect, it } from "vitest";
import { studentsPresent } from "../../../../functions/reports/state/checks/students-present.ts";
import { inHandWith } from "../../../support/report-in-hand.ts";

const presence = (onDay: number, ofYear: number) => [
  { school: "A", name: "School A", ofYear, onDay, inLaterYear: 0 },
];
const reason = (subject: string) => ({ subject, because: "It closed.", by: "A", at: "" });

describe("the students of the year on the count day", () => {
  it.each([
    ["half of ten", 5, 10, "passed"],
    ["fewer than half of ten", 4, 10, "failed"],
    ["nobody of ten", 0, 10, "failed"],
    ["nobody of nine", 0, 9, "passed"],
  ])("%s: %i of %i", (_what, onDay, ofYear, outcome) => {
    expect(studentsPresent.run(inHandWith({ presence: presence(onDay, ofYear) })).outcome).toBe(
      outcome,
    );
  });

  it("may be few where somebody says why, of these numbers alone", () => {
    const run = (...subjects: readonly string[]) =>
      studentsPresent.run(
        inHandWith({ presence: presence(0, 120), explanations: subjects.map(reason) }),
      );
    expect(run()).toMatchObject({
      because: "Enrolled on the count day: 0 of 120 students of the year at School A.",
      unexplained: ["enrolled at A: 0 of 120"],
    });
    expect(run("enrolled at A: 0 of 120").outcome).toBe("passed");
    expect(run("enrolled at A: 0 of 119").outcome).toBe("failed");
  });
});
