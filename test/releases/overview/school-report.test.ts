import { describe, expect, it } from "vitest";
import { schoolReportFile } from "../../../functions/releases/overview/school-report.ts";

describe("the file of a school's report", () => {
  it.each([
    ["CAST-HS", "school-reports/school-CAST-HS.json"],
    ["0042", "school-reports/school-0042.json"],
    ["A/B", "school-reports/school-A%2FB.json"],
    ["50%", "school-reports/school-50%25.json"],
    ["A%2FB", "school-reports/school-A%252FB.json"],
    [".", "school-reports/school-..json"],
    ["..", "school-reports/school-...json"],
    ["../../x", "school-reports/school-..%2F..%2Fx.json"],
    ["Núñez 1", "school-reports/school-N%C3%BA%C3%B1ez%201.json"],
    ["", "school-reports/school-.json"],
  ])("of %j is %s", (school, file) => {
    expect(schoolReportFile(school)).toBe(file);
  });

  it("lies in its folder whatever the id is, and is another for each school", () => {
    const ids = ["A/B", "A%2FB", "A%252FB", "..", "a/../b", "b", "B"];
    const files = ids.map(schoolReportFile);
    expect(new Set(files).size).toBe(ids.length);
    for (const file of files) {
      expect(file.split("/")).toHaveLength(2);
      expect(new URL(file, "https://x.test/releases/").pathname.split("/")).toHaveLength(4);
    }
  });
});
