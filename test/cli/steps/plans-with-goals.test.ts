import { describe, expect, it } from "vitest";
import { plansWithGoals } from "../../../functions/cli/steps/plans-with-goals.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  PLANS_HEADER,
  roster,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

describe("plansWithGoals", () => {
  it("has each compared plan of the year once, with its author, the student's names and the texts", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [
      ...roster(oneTo(4)),
      // The first student goes to both schools.
      [
        "roles.csv",
        lines(
          "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
          ...["S1", "S2"].map(
            (school) => `R-${school},,,0001,primary,student,2021-08-23,,${school},`,
          ),
          ...[2, 3, 4].map((n) => `R${n},,,000${n},primary,student,2021-08-23,,S1,`),
        ),
      ],
      [
        "plans.csv",
        lines(
          PLANS_HEADER,
          "P1,0001,ILP,2022,active,2021-09-10,,K-7",
          "P1-21,0001,ILP,2021,closed,2020-09-10,2021-06-10,K-7",
          "P2,0002,ILP,2022,draft,2021-09-10,,K-7",
          "P3,0003,IEP,2022,active,2021-09-10,,K-7",
          "P4,0004,ILP,2022,active,2021-09-10,,",
        ),
      ],
      [
        "goals.csv",
        lines(
          "goal_id,plan_id,description,status,set_on",
          ...["P1", "P1-21", "P2", "P3"].map(
            (plan) => `G-${plan},${plan},Weld a gate,met,2021-09-11`,
          ),
          "G-2,P1,Read,discontinued,2021-09-12",
        ),
      ],
    ]);
    const names = new Set(["given", "family"]);
    expect(await plansWithGoals(places.records, manifest, schoolYear(2022))).toEqual([
      { author: "K-7", names, goals: ["Read", "Weld a gate"] },
      { author: "", names, goals: [] },
    ]);
    expect(manifest.schools).toHaveLength(2);
    expect(await plansWithGoals(places.records, manifest, schoolYear(2020))).toEqual([]);
    expect(FERNHILL).toBe(manifest.district);
  });
});
