import { describe, expect, it } from "vitest";
import { readSisValues } from "../../../functions/reports/sis-values/read-sis-values.ts";
import { SIS_PROFILES } from "../../../functions/reports/sis-values/sis-profiles.ts";

const profileOf = (id: string) => SIS_PROFILES.find((profile) => profile.id === id)!;
const read = (id: string, ...lines: readonly string[]) =>
  readSisValues(
    { name: "list.csv", text: lines.map((line) => `${line}\n`).join("") },
    profileOf(id),
  );
const texas = (...lines: readonly string[]) => read("texas-endorsements", ...lines);
const indiana = (...lines: readonly string[]) => read("indiana-diplomas", ...lines);
const ALL = "E1523,E1544,E1545,E1546,E1547,E1548";
const SOME = "an endorsement";

describe("a student information system's list", () => {
  it.each([
    ["X1,0,0,0,0,0", "none"],
    ["X1,,,,,", "none"],
    ["X1,1,0,0,0,0", SOME],
    ["X1,0,0,0,0,2", SOME],
  ])("with %s says %s of five columns", (line, says) => {
    expect(texas(ALL, line).records).toEqual([
      { record: 1, stateId: "X1", says: { endorsement: says } },
    ]);
  });

  it("without some of the columns can say yes, and not no", () => {
    const { records, lacking, compared } = texas("E1523,E1544", "X1,1", "X2,0");
    expect(records.map(({ says }) => says["endorsement"])).toEqual([SOME, null]);
    expect(lacking).toEqual(["E1545", "E1546", "E1547", "E1548", "grade"]);
    expect(compared).toEqual(["endorsement"]);
  });

  it("names its columns in any of several ways", () => {
    const { records } = indiana(
      "Student Test Number;Intended Diploma;Grade Level",
      "0012;Core 40;9",
    );
    expect(records).toEqual([
      { record: 1, stateId: "0012", says: { diploma: "a graduation plan", grade: "09" } },
    ]);
  });

  it("says that a student has no diploma where the cell is empty", () => {
    expect(indiana("STN,graduationPlanType", "1,").records[0]?.says).toEqual({ diploma: "none" });
  });

  it("lacks the identifier: said, and no record is read", () => {
    const { lacking, records } = indiana("id,graduationPlanType", "1,Core 40");
    expect(lacking).toEqual(["studentUniqueId", "grade"]);
    expect(records).toEqual([]);
  });

  it("has records that cannot be read, each with its column and no value", () => {
    const { records, rejects, count } = texas(
      `${ALL},grade`,
      "X1,0,0,0,0,7,09",
      ",0,0,0,0,0,09",
      "X3,0,0,0,0,0,",
      "X4,0,0,0,0,0,09,more",
      "X5,0,0,0,0,0,9",
    );
    expect(rejects).toEqual([
      { file: "list.csv", record: 1, column: "E1548", reason: "not-a-listed-value" },
      { file: "list.csv", record: 2, column: "E1523", reason: "missing-value" },
      { file: "list.csv", record: 3, column: "grade", reason: "missing-value" },
      { file: "list.csv", record: 4, column: "", reason: "too-many-cells" },
    ]);
    expect([records.map(({ stateId }) => stateId), count]).toEqual([["X5"], 5]);
  });

  it("may break off in a record", () => {
    const { isCutShort, rejects } = indiana("STN,graduationPlanType", "1,Core 40", '2,"Core');
    expect([isCutShort, rejects.map(({ reason }) => reason)]).toEqual([true, ["unclosed-quote"]]);
  });
});
