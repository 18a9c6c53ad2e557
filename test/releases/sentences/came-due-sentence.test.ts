import { describe, expect, it } from "vitest";
import {
  betweenReleases,
  notComparedWords,
} from "../../../functions/releases/sentences/came-due-sentence.ts";
import { at, cameDueRow, changeRow } from "../release-rows.ts";

const TODAY = "2022-03-15";
const SINCE = { startsOn: "2021-09-30", otherDefinitionsOn: null };

describe("what lies between two releases", () => {
  it("names what has come due in the district, with the students for staff", () => {
    const rows = [
      cameDueRow({ count: 1204 }),
      cameDueRow({ requirementName: "Entering grade 12", count: 1 }),
      cameDueRow({ ...at("East"), count: 3 }),
    ];
    expect(betweenReleases({ cameDue: rows, notCompared: [] }, SINCE, TODAY)).toEqual([
      "Newly due since February 28, 2022: Second review of the year (for 1,204 students), Entering grade 12 (for 1 student).",
    ]);
  });

  it("names it without a number in public", () => {
    expect(betweenReleases({ cameDue: [cameDueRow()], notCompared: [] }, SINCE, TODAY)).toEqual([
      "Newly due since February 28, 2022: Second review of the year.",
    ]);
  });

  it("names the rates that are not compared, those of grades and counselors left out", () => {
    const rows = [
      changeRow(),
      changeRow({ breakdown: "transition", groupName: "Grade 8 to 9" }),
      changeRow({ breakdown: "grade", groupName: "Grade 8" }),
    ];
    expect(betweenReleases({ cameDue: [], notCompared: rows }, SINCE, TODAY)).toEqual([
      "Not compared with February 28, 2022, when a different set of requirements was due: Reviews held on time, Reviews held on time (Grade 8 to 9).",
    ]);
  });

  it("says that trends start anew in the first release by other definitions, and in no later one", () => {
    const said = (startsOn: string, otherDefinitionsOn: string | null) =>
      betweenReleases({ cameDue: [], notCompared: [] }, { startsOn, otherDefinitionsOn }, TODAY);
    expect(said(TODAY, "2022-02-28")).toEqual([
      "The definitions, or the rules of the mandate, are no longer those of February 28, 2022: every trend starts again with this release, and no figure is compared with an earlier one.",
    ]);
    expect(said("2022-03-01", "2022-02-28")).toEqual([]);
    expect(said(TODAY, null)).toEqual([]);
  });
});

describe("notComparedWords", () => {
  it("gives the day, as US readers write it", () => {
    expect(notComparedWords("2022-02-28")).toBe(
      "not compared with February 28, 2022, when a different set of requirements was due",
    );
  });
});
