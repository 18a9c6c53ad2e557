import { describe, expect, it } from "vitest";
import { ALL_COLLECTED } from "../../../mandates/all-collected.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { planReconciliation } from "../../../../functions/reports/state/rows/plan-reconciliation.ts";
import { textOf, type ReportContext } from "../../../../functions/reports/state/rows/report-row.ts";
import type { ComponentEntry } from "../../../../functions/domain/plans/plan-component.ts";
import { contextOf, schoolGiven, type GivenStudent } from "./school-of-report.ts";

const rowsOf = (students: readonly GivenStudent[], more: Partial<ReportContext> = {}) => {
  const context = contextOf("tx-endorsement-reconciliation", more);
  return planReconciliation.rowsOfSchool(schoolGiven(students, undefined, context), context);
};
const named = (
  on: string,
  component: ComponentEntry["component"] = "graduation-pathway-selection",
): ComponentEntry => ({ component, enteredOn: day(on), quantity: 1, strand: "", marks: [] });

const findingOf = (given: GivenStudent, more?: Partial<ReportContext>): string =>
  rowsOf([given], more)
    .map(({ value }) =>
      [value("reconciliation.finding"), value("reconciliation.namedOn")].map(textOf).join(" "),
    )
    .join();

describe("planReconciliation", () => {
  it.each([
    ["names a pathway on the count day", [named("2021-09-30")], "names-one 2021-09-30"],
    ["names one the day after", [named("2021-10-01")], "names-none "],
    ["names two", [named("2021-09-20"), named("2021-09-02")], "names-one 2021-09-20"],
    ["has something else", [named("2021-09-02", "career-goal")], "names-none "],
    ["has nothing", [], "names-none "],
    ["has contents that nobody sends", null, "not-determinable "],
  ] as const)("says of a plan that %s", (_what, components, finding) => {
    expect(findingOf({ plans: [{}], more: { components } })).toBe(finding);
  });

  it("says that there is no open plan, whatever was named", () => {
    expect(findingOf({ more: { components: [named("2021-09-02")] } })).toBe("no-plan 2021-09-02");
    expect(findingOf({ plans: [{ planType: "504" }], more: { components: null } })).toBe(
      "no-plan ",
    );
  });

  it.each([
    ["closed on an unknown day", { status: "closed", closedOn: null }, "not-determinable"],
    ["closed on the count day", { status: "closed", closedOn: day("2021-09-30") }, "no-plan"],
    ["closed the day after", { status: "closed", closedOn: day("2021-10-01") }, "names-none"],
  ] as const)("says of a plan that was %s whether it is open", (_when, closed, finding) => {
    expect(findingOf({ plans: [closed], more: { components: [] } })).toBe(`${finding} `);
  });

  it("says of no plan that it names none where no plan of the district ever names one", () => {
    const finding = (collected: readonly ComponentEntry["component"][]) =>
      findingOf({
        plans: [{}],
        more: {
          components: [],
          collected: { ...ALL_COLLECTED, components: new Set(collected) },
        },
      });
    expect(finding(["career-goal"])).toBe("not-determinable ");
    expect(finding(["career-goal", "graduation-pathway-selection"])).toBe("names-none ");
  });

  it("determines nothing where no plans were sent", () => {
    expect(findingOf({}, { availability: { plans: false, attendance: true } })).toBe(
      "not-determinable ",
    );
  });

  it("has every student of the grades, and nobody else", () => {
    const rows = rowsOf([{ grade: "08" }, { grade: "09" }, { grade: "12" }, { grade: null }]);
    expect(rows.map(({ value }) => value("student.grade"))).toEqual(["09", "12"]);
    expect(planReconciliation.sourceOf("student.endorsement")).toBeNull();
  });
});
