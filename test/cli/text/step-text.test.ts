import { describe, expect, it } from "vitest";
import { publishText } from "../../../functions/cli/text/step-text.ts";
import { day } from "../../../functions/domain/calendar/day.ts";

const REPORT = {
  ...{ district: "fernhill", asOf: day("2022-03-15"), schoolsMeasured: 2, edition: "e" },
  ...{ isNew: true, isCurrent: true, publicRelease: null, isPublicNew: false },
  ...{ nextPublicOn: null, takenOut: [], notMade: [], notCollected: [] },
};

describe("what publish prints", () => {
  it("names what no record carries, and the file and column that would", () => {
    const missing = {
      ...{ requirement: "approval", requirementName: "Yearly approval" },
      ...{ what: "approval by a parent", file: "plan_assents.csv", column: "degree" },
    };
    const said = publishText({ ...REPORT, notCollected: [missing] });
    expect(said).toContain("no record shows what these requirements ask for");
    expect(said).toMatch(
      /^ {2}Yearly approval: approval by a parent \(plan_assents.csv, degree\)$/m,
    );
    expect(publishText(REPORT)).not.toContain("no record shows");
  });
});
