import { describe, expect, it } from "vitest";
import { overviewOf } from "../../../functions/releases/overview/overview-of.ts";
import type { EditionShown } from "../../../functions/releases/manifest/manifest.ts";
import { say } from "../../../functions/releases/words/message.ts";
import { aboutRow, problemRow, tablesOf } from "../about-rows.ts";
import { atSchool, exact, nextStepRow, rateRow, trendRow } from "../release-rows.ts";
import { districtOf } from "./district-of-schools.ts";

const BEFORE = "2022-02-28";
const TODAY = "2022-03-15";

describe("the overview of an edition", () => {
  it("says whose edition it is, of which day, and under which mandate", () => {
    const scope: EditionShown = {
      ...{ exactSchools: ["East"], exactNames: ["East"], because: "principal" },
      ...{ names: "plans" as const, publicRelease: null, publicAsOf: null },
    };
    const { figures, places, actions, ...said } = overviewOf(aboutRow({ scope }), tablesOf({}));
    expect(said).toEqual({
      screenForm: 2,
      ...{ edition: "public", release: "2022-03-15-aaaaaaaa", schoolYear: "2021-22" },
      district: { id: "cast", name: "Cast School District" },
      ...{ asOf: TODAY, definitionVersion: "1", smallestGroup: 20, scope },
      mandate: { title: "Kentucky", grades: ["06", "07", "08", "09", "10", "11", "12"] },
      ...{ kept: [], changes: [], comparedWith: null, sameDayLastYear: null },
    });
    expect([figures, places]).toEqual([[], { kind: "requirements", bars: [], more: 0 }]);
    expect(actions.map(({ message }) => message.id)).toEqual([
      ...["no-action-public", "act-due-soon"],
    ]);
    expect("scope" in overviewOf(aboutRow(), tablesOf({}))).toBe(false);
  });

  it("says whether the mandate is kept and what changed as the edition does", () => {
    const kept = [say("no-requirements", { mandate: "Illinois" })];
    const changes = [say("trends-start-anew", { on: BEFORE })];
    const about = aboutRow();
    const of = overviewOf(
      { ...about, messages: { ...about.messages, kept, changes } },
      tablesOf({}),
    );
    expect([of.kept, of.changes]).toEqual([kept, changes]);
  });

  it("counts changes from the last edition before, and names the day of the year before", () => {
    const plans = { measure: "plan-coverage" };
    const tables = tablesOf({
      rates: [rateRow(plans)],
      trend: [
        ...[trendRow(TODAY, plans), trendRow("2022-01-31", plans), trendRow(BEFORE, plans)],
        trendRow("2021-12-31"),
      ],
      lastYear: [{ ...rateRow(plans), asOf: "2021-03-31" }],
    });
    const { comparedWith, sameDayLastYear } = overviewOf(aboutRow(), tables);
    expect([comparedWith, sameDayLastYear]).toEqual([BEFORE, "2021-03-31"]);
  });

  it("names the records of the district to fix, of which an old file is none", () => {
    const reconciliation = [
      ...[problemRow("stale-plan-file", 40), problemRow("hidden", null), problemRow("no-plan", 3)],
      problemRow("elsewhere", 30, atSchool("East")),
    ];
    const about = aboutRow({ edition: "staff" });
    const { actions } = overviewOf(
      about,
      tablesOf({ reconciliation, nextSteps: [nextStepRow(exact(0))] }),
    );
    expect(actions[0]?.message).toEqual({
      id: "act-fix-records",
      values: { problem: "no-plan", name: "no-plan", owner: "Registrar", count: 3 },
    });
  });
});

/** Of its bytes as they are stored. */
const MOST_STORED = 10 * 1024;

describe.each([12, 40, 200])("the overview of a district of %d schools", (schools) => {
  it.each(["staff", "public"] as const)("is under 10 KB in the %s edition", (edition) => {
    const { about, tables } = districtOf(schools, edition);
    const overview = overviewOf(about, tables);
    expect(overview.places.bars).toHaveLength(9);
    expect(overview.places.more).toBe(schools - 8);
    expect(overview.figures).toHaveLength(4);
    expect(overview.figures.map(({ past }) => past.length)).toEqual([9, 9, 9, 9]);
    expect(overview.actions).toHaveLength(edition === "staff" ? 4 : 3);
    const bytes = Buffer.from(JSON.stringify(overview));
    expect(bytes.length).toBeLessThan(MOST_STORED);
  });
});
