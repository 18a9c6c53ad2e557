import { describe, expect, it } from "vitest";
import { barKeyText } from "../../../functions/domain/figures/bar-key.ts";
import { exactFigures } from "../../../functions/releases/figures/exact-figures.ts";
import { askedNextSteps } from "../../../functions/releases/tables/next-steps.ts";
import { askedRates } from "../../../functions/releases/tables/rates.ts";
import { askedStandings } from "../../../functions/releases/tables/standings.ts";
import { askedStatuses } from "../../../functions/releases/tables/statuses.ts";
import { ASKED, scopeOf } from "./drawn-scope.ts";

describe("one fact", () => {
  it("has one figure: whatever asks for the same part of the same bar gets the same", () => {
    const scope = scopeOf("staff");
    const figures = new Map<string, string>();
    for (const asked of Object.values(ASKED).flatMap((ask) => [...ask(scope)])) {
      const fact = `${barKeyText(asked.bar)} ${asked.parts.join("+")}`;
      const { n, count, state } = exactFigures([asked], scope)[0]!;
      const figure = JSON.stringify([n, count, state]);
      expect(figures.get(fact) ?? figure, fact).toBe(figure);
      figures.set(fact, figure);
    }
    expect(figures.size).toBeGreaterThan(500);
  });

  it("is in rates and next steps what it is in statuses and standings", () => {
    const scope = scopeOf("staff");
    const rates = exactFigures(askedRates(scope), scope);
    const statuses = exactFigures(askedStatuses(scope), scope);
    const standings = exactFigures(askedStandings(scope), scope);
    const steps = exactFigures(askedNextSteps(scope), scope);
    for (const school of ["", "S0", "S1"]) {
      const countOf = (
        rows: readonly { readonly school: string; readonly count: number | null }[],
        given: object,
      ) =>
        rows.find((row) =>
          Object.entries({ school, ...given }).every(
            ([column, value]) => (row as never)[column] === value,
          ),
        )?.count;
      const all = { requirement: "all", breakdown: "all" };
      expect(countOf(rates, { measure: "review-timeliness", breakdown: "all" })).toBe(
        countOf(statuses, { ...all, status: "on-time" }),
      );
      expect(countOf(rates, { measure: "requirements-met", breakdown: "all" })).toBe(
        countOf(standings, { ...all, standing: "met" }),
      );
      expect(countOf(steps, { requirement: "review-1", need: "overdue" })).toBe(
        countOf(statuses, { requirement: "review-1", breakdown: "all", status: "not-held" }),
      );
    }
  });

  it("adds up: the parts of a bar to its students, schools and grades to the district", () => {
    const scope = scopeOf("staff");
    const rows = exactFigures(askedStatuses(scope), scope).filter(
      ({ requirement, state }) => requirement === "all" && state === "shown",
    );
    const sum = (of: typeof rows): number => of.reduce((total, { count }) => total + count!, 0);
    const district = rows.filter(
      ({ level, breakdown }) => level === "district" && breakdown === "all",
    );
    expect(sum(district)).toBe(district[0]!.n);
    for (const { status, count } of district) {
      const same = rows.filter((row) => row.status === status);
      const schools = same.filter(
        ({ level, breakdown }) => level === "school" && breakdown === "all",
      );
      const grades = same.filter(
        ({ level, breakdown }) => level === "district" && breakdown === "grade",
      );
      const caseloads = same.filter(
        (row) => row.level === "district" && row.breakdown === "counselor",
      );
      expect([sum(schools), sum(grades), sum(caseloads)], status).toEqual([count, count, count]);
    }
  });
});
