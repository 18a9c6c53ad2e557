import { describe, expect, it } from "vitest";
import {
  DIFFERENCES,
  sisDifferencesSheet,
} from "../../../functions/reports/sis-values/sis-differences-sheet.ts";
import type { SisDifference } from "../../../functions/reports/sis-values/compare-sis-values.ts";
import { SIS_PROFILES } from "../../../functions/reports/sis-values/sis-profiles.ts";
import { spreadsheetCsv } from "../../../functions/reports/spreadsheet-csv.ts";
import { subject } from "../../support/report-in-hand.ts";

describe("the differences as a sheet", () => {
  it("have the student, the field by its title, both values and what to do", () => {
    const fields = SIS_PROFILES.find(({ id }) => id === "texas-endorsements")!.fields;
    const differs: SisDifference = {
      ...{ kind: "differs", about: subject("1"), stateId: "X1", field: "endorsement" },
      ...{ inList: "an endorsement", inReport: "none", record: 7 },
    };
    const nobody: SisDifference = {
      ...{ kind: "not-in-report", about: null, stateId: "X9", field: "" },
      ...{ inList: "", inReport: "", record: 8 },
    };
    const [, first, second] = spreadsheetCsv(sisDifferencesSheet([differs, nobody], fields)).split(
      /\r?\n/,
    );
    expect(first).toBe(
      `the two differ,School A,1,Family1,Ada,X1,Endorsement,an endorsement,none,"${DIFFERENCES.differs.remedy}",7`,
    );
    expect(second).toBe(`not in the report,,,,,X9,,,,${DIFFERENCES["not-in-report"].remedy},8`);
  });
});
