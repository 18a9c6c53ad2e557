import { describe, expect, it } from "vitest";
import { editionTables, firstScreens } from "../../../functions/releases/overview/first-screens.ts";
import { overviewOf } from "../../../functions/releases/overview/overview-of.ts";
import { schoolReportsOf } from "../../../functions/releases/overview/school-report-of.ts";
import { TABLES } from "../../../functions/releases/tables/tables.ts";
import { aboutRow } from "../about-rows.ts";
import { rateRow } from "../release-rows.ts";

describe("the first screens of an edition", () => {
  const schools = ["A/B", "C"].map((id) => ({ id, name: id, level: "other" as const }));
  const rows = new Map<string, readonly object[]>([
    ["rates", [rateRow({ measure: "plan-coverage" })]],
  ]);
  const rowsOf = (name: string) => rows.get(name);

  it("are the overview and a report of each school, under a name of its own", () => {
    const about = aboutRow({ schools });
    const tables = editionTables(rowsOf);
    const screens = firstScreens(about, rowsOf);
    expect(screens.map(({ path }) => path)).toEqual([
      "overview.json",
      "school-reports/school-A%2FB.json",
      "school-reports/school-C.json",
    ]);
    expect(screens.map(({ value }) => value)).toEqual([
      overviewOf(about, tables),
      ...schoolReportsOf(about, tables),
    ]);
  });

  it("take a table that the edition does not have for one without rows", () => {
    const tables = editionTables(rowsOf);
    expect(tables.rates).toHaveLength(1);
    expect(
      Object.entries(tables).filter(([name, { length }]) => name !== "rates" && length > 0),
    ).toEqual([]);
  });

  it("read each table by its own name", () => {
    const asked: string[] = [];
    editionTables((name) => {
      asked.push(name);
      return undefined;
    });
    expect(new Set(asked).size).toBe(asked.length);
    const names = new Set<string>([...TABLES.map(({ name }) => name), "reconciliation"]);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });
});
