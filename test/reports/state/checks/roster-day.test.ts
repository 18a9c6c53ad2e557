import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { rosterDay } from "../../../../functions/reports/state/checks/roster-day.ts";
import type { ExportsUsed } from "../../../../functions/reports/state/checks/report-check.ts";
import { contextWith, inHandWith } from "../../../support/report-in-hand.ts";

const person = (on: string) => ({ person: { on: day(on), file: "students.csv" } });
const enrollment = (on: string) => ({ enrollment: { on: day(on), file: "entries.csv" } });
const run = (exportDays: ExportsUsed["exportDays"]) =>
  rosterDay.run(
    inHandWith({
      context: contextWith({ asOf: day("2022-06-30") }),
      exports: {
        ...{ files: [], notUsed: [], rosterRejects: 0, stalePlansSince: null },
        exportDays,
      },
    }),
  );

describe("the day of the roster", () => {
  it.each([
    ["before", "2022-06-29", "failed"],
    ["on", "2022-06-30", "passed"],
    ["after", "2022-07-01", "passed"],
  ])("is %s the count day: %s is %s", (_when, on, outcome) => {
    expect(run({ ...person("2022-07-01"), ...enrollment(on) }).outcome).toBe(outcome);
  });

  it("says which records are older and what to do", () => {
    expect(run({ ...person("2022-06-29"), ...enrollment("2022-06-30") })).toMatchObject({
      because:
        "The oldest file in use of students, students.csv, is of June 29, 2022, before the count day of June 30, 2022.",
      remedy:
        "Export the roster on the count day or later, with a file for each name that is in use, and send it with ilp ingest. A file is of the day that its name or its folder states; exports that have not changed since need one.",
    });
    expect(run({ ...person("2022-06-28"), ...enrollment("2022-06-29") }).because).toBe(
      "The oldest file in use of students, students.csv, is of June 28, 2022 and that of enrollments, entries.csv, of June 29, 2022, before the count day of June 30, 2022.",
    );
  });

  it("may be of enrollments alone, where no file has more of students", () => {
    expect(run(enrollment("2022-06-30")).outcome).toBe("passed");
  });

  it.each([[null], [{}], [person("2022-07-01")]])(
    "blocks where it is not known: %j",
    (exportDays) => {
      expect(run(exportDays)).toMatchObject({
        outcome: "failed",
        because: "It is not known of which day each file of enrollments is.",
      });
    },
  );
});
