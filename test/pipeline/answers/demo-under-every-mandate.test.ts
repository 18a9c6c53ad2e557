import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { longDay } from "../../../functions/domain/calendar/long-day.ts";
import { districtId } from "../../../functions/domain/ids.ts";
import { schoolYearOf } from "../../../functions/domain/calendar/school-year.ts";
import { standingOf } from "../../../functions/mandates/clock/answer.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { clockCases } from "../../../functions/metrics/students/assessed-students.ts";
import type { SchoolRecords } from "../../../functions/metrics/students/school-records.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { availableIn } from "../../../functions/conformed/availability.ts";
import { readSchool } from "../../../functions/pipeline/measure/read-school.ts";
import { conformedDemo } from "../../support/conformed-districts.ts";

const DEMO = districtId("grand-bend");
/** In spring, and when the year has ended. */
const DAYS = ["2022-03-31", "2022-06-30"];
/** Above this share a rule that is held against most of a district wants a reason. */
const MOST = 0.6;

interface Reason {
  readonly jurisdiction: string;
  readonly requirement: string;
  readonly because: string;
}
const REASONS = JSON.parse(
  readFileSync(new URL("./mostly-not-met.json", import.meta.url), "utf8"),
) as readonly Reason[];

/** `jurisdiction requirement` with the largest share of the students it speaks to who are "not met" on one of the days. */
function largestShares(schools: readonly SchoolRecords[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const asOf of DAYS.map(day)) {
    const students = schools.flatMap((school) => clockCases(school, asOf));
    for (const mandate of MANDATES) {
      const tally = new Map<string, { notMet: number; asked: number }>();
      for (const { clockCase } of students) {
        for (const answer of assess(mandate, clockCase, asOf)) {
          const standing = standingOf(answer);
          if (standing === "not-applicable") continue;
          const { id } = answer.requirement;
          const counted = tally.get(id) ?? { notMet: 0, asked: 0 };
          tally.set(id, {
            notMet: counted.notMet + (standing === "not-met" ? 1 : 0),
            asked: counted.asked + 1,
          });
        }
      }
      for (const [id, { notMet, asked }] of tally) {
        const key = `${mandate.id} ${id}`;
        shares.set(key, Math.max(shares.get(key) ?? 0, notMet / asked));
      }
    }
  }
  return shares;
}

/** The records of each school of the demo. */
async function demoSchools(): Promise<readonly SchoolRecords[]> {
  const places = await conformedDemo();
  const manifest = (await conformedInForce(places.records, DEMO))!;
  const year = schoolYearOf(day(DAYS[0]!));
  return Promise.all(
    manifest.schools.map((school) =>
      readSchool(places.records, DEMO, school, year, availableIn(manifest)),
    ),
  );
}

/** The day in "due on May 20, 2022", "the due date, May 20, 2022" and "as due on … or on May 20, 2022". */
const SAID_DUE = /(?:due on|due date,|or on) ([A-Z][a-z]+ \d+, \d{4})/g;

describe("the demo under every mandate", () => {
  it("is held against most students by no requirement without a reason", async () => {
    const shares = largestShares(await demoSchools());
    const explained = new Set(
      REASONS.map((reason) => `${reason.jurisdiction} ${reason.requirement}`),
    );
    const most = [...shares].filter(([, share]) => share > MOST);
    expect(
      most
        .filter(([key]) => !explained.has(key))
        .map(([key, share]) => `${key}: ${Math.round(100 * share)} %`),
    ).toEqual([]);
    for (const { jurisdiction, requirement, because } of REASONS) {
      const key = `${jurisdiction} ${requirement}`;
      expect(shares.get(key) ?? 0, `${key} has a reason and needs none`).toBeGreaterThan(MOST);
      expect(because, key).toMatch(/^[A-Z].{30,}\.$/);
    }
    // Whoever asks only some programs, or later school years, asks nobody of the demo.
    const asked = new Set([...shares.keys()].map((key) => key.split(" ")[0]));
    expect(asked.size).toBeGreaterThan(35);
  }, 120_000);

  it("is said to be due in a sentence on the day of its column", async () => {
    const schools = await demoSchools();
    const otherwise = new Set<string>();
    let compared = 0;
    for (const asOf of DAYS.map(day)) {
      const students = schools.flatMap((school) => clockCases(school, asOf));
      for (const mandate of MANDATES) {
        for (const { clockCase } of students) {
          for (const { requirement, dueOn, because } of assess(mandate, clockCase, asOf)) {
            const said = [...because.matchAll(SAID_DUE)].map(([, words = ""]) => words);
            // Who came after the due day of the others is due on a day of their own.
            const isOfOthers = because.startsWith("The student ");
            if (dueOn === null || said.length === 0 || isOfOthers) continue;
            compared += 1;
            if (!said.includes(longDay(dueOn))) otherwise.add(`${mandate.id} ${requirement.id}`);
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect([...otherwise]).toEqual([]);
  }, 120_000);
});
