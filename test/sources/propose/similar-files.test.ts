import { describe, expect, it } from "vitest";
import { mergedCodes, similarFiles } from "../../../functions/sources/propose/similar-files.ts";
import { surveysOf } from "../../support/survey-of.ts";

describe("similar files", () => {
  it("have one name but for its numbers and the same columns, and are known by the largest", async () => {
    const surveyed = await surveysOf({
      "visits_2022_01.csv": "Student ID,Visit Type\n1001,Home\n",
      "visits_2022_02.csv": "Student ID,Visit Type\n1001,Home\n1002,Office\n",
      "Visits_2022_03.csv": "student id,VISIT TYPE\n1003,Home\n",
      "visits_2022_04.csv": "Student ID,Visit Type,Note\n1001,Home,\n",
      "calls_2022_01.csv": "Student ID,Visit Type\n1001,Home\n",
    });
    const groups = [...similarFiles(surveyed)].map(([largest, members]) => [
      largest.file,
      members.map(({ file }) => file),
    ]);
    expect(groups).toEqual([
      ["visits_2022_02.csv", ["visits_2022_01.csv", "visits_2022_02.csv", "Visits_2022_03.csv"]],
      ["visits_2022_04.csv", ["visits_2022_04.csv"]],
      ["calls_2022_01.csv", ["calls_2022_01.csv"]],
    ]);
  });

  it("count a code of a column over all of them, as the first writes it", async () => {
    const members = await surveysOf({
      "visits_1.csv": "Student ID,Visit Type\n1001,Home\n1002,Office\n",
      "visits_2.csv": "Student ID,Visit Type\n1001,HOME\n1002,Phone\n",
    });
    const column = members[0]!.columns[1]!;
    expect(mergedCodes(column, members)).toEqual([
      { text: "Home", records: 2 },
      { text: "Office", records: 1 },
      { text: "Phone", records: 1 },
    ]);
  });
});
