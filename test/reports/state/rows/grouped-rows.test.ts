import { describe, expect, it } from "vitest";
import { groupedRows } from "../../../../functions/reports/state/rows/grouped-rows.ts";
import {
  textOf,
  type ReportRow,
  type RowValue,
} from "../../../../functions/reports/state/rows/report-row.ts";

const row = (school: string, requirement: string, met: RowValue): ReportRow => ({
  about: { school, schoolName: school, student: "", familyName: "", givenName: "" },
  value: (name) => (name === "count.met" ? met : name === "requirement.id" ? requirement : ""),
});
const textsOf = (rows: readonly ReportRow[]) =>
  groupedRows(rows, ["requirement.id"], ["count.met"]).map(({ about, value }) =>
    [about.school, value("requirement.id"), value("count.met")]
      .map((value) => (typeof value === "string" ? value : (value.because ?? textOf(value))))
      .join("|"),
  );

describe("groupedRows", () => {
  it("adds the counts of equal keys, in the order of the first of each", () => {
    expect(
      textsOf([row("A", "plan", "3"), row("A", "review", "1"), row("B", "plan", "10")]),
    ).toEqual(["|plan|13", "|review|1"]);
  });

  it("has no count where one school has none", () => {
    const none = { text: "", because: "the district sent no plans" };
    expect(textsOf([row("A", "plan", "3"), row("B", "plan", none)])).toEqual([
      "|plan|the district sent no plans",
    ]);
  });
});
