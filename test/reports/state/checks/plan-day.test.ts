import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { planDay } from "../../../../functions/reports/state/checks/plan-day.ts";
import type { ExportsUsed } from "../../../../functions/reports/state/checks/report-check.ts";
import { chronicAbsenceCounts } from "../../../../functions/reports/state/rows/chronic-absence-counts.ts";
import { rowKind } from "../../../../functions/reports/state/rows/row-kinds.ts";
import { contextWith, inHandWith } from "../../../support/report-in-hand.ts";

const run = (exportDays: ExportsUsed["exportDays"], kind = rowKind("students")) =>
  planDay.run(
    inHandWith({
      ...{ kind, context: contextWith({ asOf: day("2022-06-30") }) },
      exports: {
        ...{ files: [], notUsed: [], rosterRejects: 0, stalePlansSince: null },
        exportDays,
      },
    }),
  );
const of = (on: string, file: string) => ({ on: day(on), file });

describe("the day of the plans", () => {
  it.each([
    ["before", "2022-06-29", "failed"],
    ["on", "2022-06-30", "passed"],
    ["after", "2022-07-01", "passed"],
  ])("is %s the count day: %s is %s", (_when, on, outcome) => {
    const fresh = of("2022-07-01", "fresh.csv");
    expect(run({ plan: fresh, review: of(on, "reviews.csv") }).outcome).toBe(outcome);
    expect(run({ plan: of(on, "plans.csv"), review: fresh }).outcome).toBe(outcome);
    expect(run({ plan: fresh, planComponent: of(on, "parts.csv") }).outcome).toBe(outcome);
  });

  it("says which records are older and what to do", () => {
    expect(
      run({
        plan: of("2022-06-28", "plans.csv"),
        goal: of("2022-06-30", "goals.csv"),
        review: of("2022-06-29", "reviews.csv"),
        person: of("2022-06-01", "students.csv"),
      }),
    ).toMatchObject({
      because:
        "The oldest file in use of plans, plans.csv, is of June 28, 2022 and that of plan reviews, reviews.csv, of June 29, 2022, before the count day of June 30, 2022.",
      remedy:
        "Export plans and plan reviews from the plan platform on the count day or later, with a file for each name that is in use, and send them with ilp ingest. A file is of the day that its name or its folder states; exports that have not changed since need one.",
    });
  });

  it.each(["students", "education-plans", "plan-reconciliation", "requirement-counts"] as const)(
    "decides on a file of %s",
    (rows) => {
      expect(run({ plan: of("2022-06-29", "plans.csv") }, rowKind(rows)).outcome).toBe("failed");
    },
  );

  it("decides nothing where the rows rest on no plans", () => {
    expect(run({ plan: of("2022-06-29", "plans.csv") }, chronicAbsenceCounts)).toMatchObject({
      outcome: "not-made",
      because: "The file rests on no plans.",
    });
  });

  it.each([[null], [{}]])("decides nothing where it is not known: %j", (exportDays) => {
    expect(run(exportDays)).toMatchObject({
      outcome: "not-made",
      because: "It is not known of which day the files of plans are.",
    });
  });
});
