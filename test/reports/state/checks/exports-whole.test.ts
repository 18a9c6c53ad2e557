import { describe, expect, it } from "vitest";
import { exportsWhole } from "../../../../functions/reports/state/checks/exports-whole.ts";
import type { ExportsUsed } from "../../../../functions/reports/state/checks/report-check.ts";
import { rowKind } from "../../../../functions/reports/state/rows/row-kinds.ts";
import { inHandWith } from "../../../support/report-in-hand.ts";

const run = (exports: Partial<ExportsUsed>) =>
  exportsWhole.run(
    inHandWith({
      exports: { ...inHandWith().exports, ...exports },
    }),
  );
const file = (name: string, records: number, rejected: number) => ({ name, records, rejected });

describe("the exports behind a report", () => {
  it.each([
    [4, "passed"],
    [5, "passed"],
    [6, "failed"],
  ])(
    "may lack 5 percent of the records of a file: with %i of 100 it is %s",
    (rejected, outcome) => {
      expect(run({ files: [file("reviews.csv", 100, rejected)] }).outcome).toBe(outcome);
    },
  );

  it("are judged file by file, so that a long file does not hide a short one that was lost", () => {
    const result = run({
      files: [file("attendance.csv", 100_000, 0), file("reviews.csv", 10, 10)],
    });
    expect(result).toMatchObject({
      outcome: "failed",
      because: "More than 5 percent could not be used of reviews.csv: 10 records of 10.",
    });
  });

  it("may have a file without records", () => {
    expect(run({ files: [file("caseload.csv", 0, 0)] })).toMatchObject({ outcome: "passed" });
  });

  it.each([
    [0, "passed"],
    [1, "failed"],
  ])(
    "may lack no record of students and enrollments: with %i it is %s",
    (rosterRejects, outcome) => {
      expect(run({ files: [file("users.csv", 10_000, 1)], rosterRejects }).outcome).toBe(outcome);
    },
  );

  it("may not wait, and are named", () => {
    expect(run({ notUsed: ["goals.csv", "plans.csv"] })).toMatchObject({
      outcome: "failed",
      because: "2 files could not be used or waits for a decision: goals.csv, plans.csv.",
    });
  });

  it.each([
    ["students", "failed"],
    ["requirement-counts", "failed"],
    ["chronic-absence-counts", "passed"],
  ] as const)("may have plans that stopped to change if it rests on none: %s", (id, outcome) => {
    const inHand = inHandWith({
      kind: rowKind(id),
      exports: { ...inHandWith().exports, stalePlansSince: "2022-01-04" },
    });
    const result = exportsWhole.run(inHand);
    expect(result.outcome).toBe(outcome);
    if (outcome === "failed") {
      expect(result.because).toBe("Nothing in any plan has changed since January 4, 2022.");
    }
  });
});
