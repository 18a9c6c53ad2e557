import { describe, expect, it } from "vitest";
import type { RecordToFix } from "../../../../functions/reports/state/gate/gate.ts";
import type { FixOwner } from "../../../../functions/reports/state/rows/report-row.ts";
import { inOrder, toFixSheet } from "../../../../functions/reports/state/gate/to-fix-sheet.ts";
import { faultWith, subject } from "../../../support/report-in-hand.ts";

const fix = (
  student: string,
  isBlocking: boolean,
  owner: FixOwner = "registrar",
  school = "A",
): RecordToFix => ({
  ...faultWith("required", "id"),
  owner,
  isBlocking,
  about: subject(student, school),
});

describe("the list of what to fix", () => {
  it("has what blocks first, then the owner, the school and the name", () => {
    const all = [
      fix("6", false),
      fix("5", true, "state-reporter"),
      fix("4", true, "counselor"),
      fix("3", true, "registrar", "B"),
      fix("2", true),
      fix("1", true),
    ];
    expect(inOrder(all).map(({ about }) => about.student)).toEqual([..."123456"]);
  });

  it("is a sheet that names the student, what is wrong, who changes what and where", () => {
    expect(toFixSheet([fix("7", true)]).rows).toEqual([
      {
        ...{ owner: "Registrar", school: "School A", studentId: "7", familyName: "Family7" },
        ...{ givenName: "Ada", field: "id", because: "It is wrong.", system: "roster" },
        ...{ column: "id", remedy: "Correct it.", isBlocking: true, check: "required" },
      },
    ]);
  });
});
