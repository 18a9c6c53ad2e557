import { describe, expect, it } from "vitest";
import {
  checkInWords,
  stateErrorsSheet,
} from "../../../functions/reports/state-errors/state-errors-sheet.ts";
import { spreadsheetCsv } from "../../../functions/reports/spreadsheet-csv.ts";
import { districtStudent, stateError } from "../../support/state-error-rows.ts";

describe("stateErrorsSheet", () => {
  it("has one row per error, with student, owner, what to do and the check of ours", () => {
    const sheet = stateErrorsSheet([
      {
        error: stateError({
          ...{ ruleId: "FRMT0001", severity: "fatal", message: "Invalid day", field: "Birth Date" },
          ...{ value: "13/45", expected: "a day", recordType: "SENR-E", recordNumber: 7 },
        }),
        match: { kind: "state-id", student: districtStudent("0001") },
        ...{ check: "form", owner: "registrar" },
      },
      {
        error: stateError({ reportRecord: 2, resolution: "Ask the school." }),
        match: { kind: "unmatched", because: "unknown-student" },
        ...{ check: null, owner: "vendor" },
      },
    ]);
    expect(sheet.rows).toEqual([
      {
        ...{ severity: "fatal", rule: "FRMT0001", message: "Invalid day", field: "Birth Date" },
        ...{ value: "13/45", expected: "a day", school: "School S1", student: "0001" },
        ...{ familyName: "Family0001", givenName: "Given0001", match: "by the state identifier" },
        owner: "Registrar",
        whatToDo: "Write the value in the form that the state asks for, and send the file again.",
        ourCheck: "every value has the form of its field",
        ...{ scope: "record", recordType: "SENR-E", recordNumber: 7, reportRecord: 1 },
      },
      {
        ...{ severity: "error", rule: "GERR0001", message: "", field: "", value: "", expected: "" },
        ...{ school: "", student: "", familyName: "", givenName: "" },
        match: "not matched: no student of the district has the identifier",
        owner: "Vendor of the plan platform",
        whatToDo:
          "Find the student: enter the state identifier in the student information system if it is missing there. Ask the school.",
        ourCheck: "no check of ours: add one",
        ...{ scope: "record", recordType: "", recordNumber: null, reportRecord: 2 },
      },
    ]);
  });

  it.each([
    ["whole-file", "about the whole file"],
    ["local-id", "by the local identifier"],
  ] as const)("says of a match of kind %s: %s", (kind, words) => {
    const match = kind === "whole-file" ? { kind } : { kind, student: districtStudent("0001") };
    const item = { error: stateError(), match, check: null, owner: "registrar" } as const;
    expect(stateErrorsSheet([item]).rows).toMatchObject([{ match: words }]);
  });

  it("lets no value of a state's file become a formula of a spreadsheet", () => {
    const error = stateError({ value: "=1+1", message: "@SUM(1)" });
    const item = { error, match: { kind: "whole-file" }, check: null, owner: "registrar" } as const;
    const csv = spreadsheetCsv(stateErrorsSheet([item]));
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("'@SUM(1)");
  });
});

describe("checkInWords", () => {
  it.each([
    ["swing", "no count changes more than the limit against last year"],
    [null, "no check of ours: add one"],
  ] as const)("of %s", (check, words) => {
    expect(checkInWords(check)).toBe(words);
  });
});
