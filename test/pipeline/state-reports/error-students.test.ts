import { describe, expect, it } from "vitest";
import { errorStudents } from "../../../functions/pipeline/state-reports/error-students.ts";
import { powerSchoolDistrict } from "../../support/power-school-roster.ts";

describe("errorStudents", () => {
  it("has each student at each school, the present school first, with the numbers of state and district", async () => {
    const { places, manifest } = await powerSchoolDistrict();
    const students = await errorStudents(places.records, manifest, { S2: "0100002" });
    const shown = students.map(({ student, school, stateIds, localIds }) => [
      ...[student, school, stateIds.join(), localIds.join()],
    ]);
    expect(shown).toEqual([
      ["71", "S1", "9000000101", "0001"],
      ["72", "S1", "9000000102", "0002"],
      ["73", "S1", "9000000103", "0003"],
      ["74", "S1", "9000000104", "71"],
      ["75", "S2", "9000000105", "0005"],
      ["76", "S2", "", "76"],
      ["75", "S1", "9000000105", "0005"],
    ]);
    expect(students[4]).toMatchObject({
      ...{ familyName: "Vetch", givenName: "Em", schoolName: "Fernhill High School" },
      schoolCodes: ["S2", "0100002"],
    });
    expect(students[0]).toMatchObject({ schoolCodes: ["S1"] });
  });
});
