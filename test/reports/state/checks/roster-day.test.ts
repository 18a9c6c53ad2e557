import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { rosterDay } from "../../../../functions/reports/state/checks/roster-day.ts";
import type { ExportsUsed } from "../../../../functions/reports/state/checks/report-check.ts";
import { contextWith, inHandWith } from "../../../support/report-in-hand.ts";

const run = (rosterDays: ExportsUsed["rosterDays"]) =>
  rosterDay.run(
    inHandWith({
      context: contextWith({ asOf: day("2022-06-30") }),
      exports: {
        ...{ files: [], notUsed: [], rosterRejects: 0, stalePlansSince: null },
        rosterDays,
      },
    }),
  );

describe("the day of the roster", () => {
  it.each([
    ["before", "2022-06-29", "failed"],
    ["on", "2022-06-30", "passed"],
    ["after", "2022-07-01", "passed"],
  ])("is %s the count day: %s is %s", (_when, on, outcome) => {
    const rosterDays = { person: day("2022-07-01"), enrollment: day(on) };
    expect(run(rosterDays).outcome).toBe(outcome);
  });

  it("says which records are older and what to do", () => {
    expect(run({ person: day("2022-06-29"), enrollment: day("2022-06-30") })).toMatchObject({
      because:
        "The newest file of students is of June 29, 2022, before the count day of June 30, 2022.",
      remedy:
        "Export the roster on the count day or later, and send it with ilp ingest. A file whose name states a day is of that day.",
    });
    expect(run({ person: day("2022-06-28"), enrollment: day("2022-06-29") }).because).toBe(
      "The newest file of students is of June 28, 2022 and that of enrollments of June 29, 2022, before the count day of June 30, 2022.",
    );
  });

  it("may be of enrollments alone, where no file has more of students", () => {
    expect(run({ enrollment: day("2022-06-30") }).outcome).toBe("passed");
  });

  it.each([[null], [{}], [{ person: day("2022-07-01") }]])(
    "blocks where it is not known: %j",
    (rosterDays) => {
      expect(run(rosterDays)).toMatchObject({
        outcome: "failed",
        because: "It is not known of which day the newest file of enrollments is.",
      });
    },
  );
});
