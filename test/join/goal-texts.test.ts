import { describe, expect, it } from "vitest";
import { schoolYear } from "../../functions/domain/calendar/school-year.ts";
import { availableIn } from "../../functions/conformed/availability.ts";
import { readSchool } from "../../functions/pipeline/measure/read-school.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  PLANS_HEADER,
  roster,
  type HandedIn,
} from "../support/ingest-files.ts";
import { freshPlaces } from "../support/local-district.ts";

const COPIED = "Ask the nurse how she became one";

const goals = (...rows: readonly string[]): HandedIn => [
  "goals.csv",
  lines("goal_id,plan_id,description,status,set_on", ...rows),
];

/** By goal what comparing its text says, as both schools' partitions have it. */
async function textsOf(...files: readonly HandedIn[]) {
  const places = await freshPlaces();
  const { manifest } = await ingestFiles(places, [...roster(oneTo(8)), ...files]);
  const texts = new Map<string, readonly unknown[]>();
  for (const school of manifest.schools) {
    const sent = availableIn(manifest);
    const read = await readSchool(places.records, FERNHILL, school, schoolYear(2022), sent);
    for (const { document } of read.students) {
      for (const { goal, textKind, sharedText, sharedSince } of document?.goals ?? []) {
        texts.set(goal, [textKind, sharedText, sharedSince]);
      }
    }
  }
  return Object.fromEntries(texts);
}

describe("the texts of goals", () => {
  it("are compared across the district, and stored with each goal", async () => {
    const texts = await textsOf(
      goals(
        `G1,P1,${COPIED},met,2021-09-08`,
        `G2,P2,${COPIED}!,met,2021-09-07`,
        `G3,P3,${COPIED.toUpperCase()},met,2021-09-09`,
        "G4,P4,Weld,met,2021-09-08",
        "G5,P5,Build a bench for the yard of the school,met,2021-09-08",
      ),
    );
    const shared = ["eligible", "ask the nurse how <who> became one", "2021-09-09"];
    expect(texts).toEqual({
      ...{ G1: shared, G2: shared, G3: shared },
      G4: ["too-short", null, null],
      G5: ["eligible", null, null],
    });
  });

  it("are compared without what the district's form words", async () => {
    const texts = await textsOf(
      goals(
        "G1,P1,This year I want to weld,met,2021-09-08",
        `G2,P2,This year I want to ${COPIED},met,2021-09-08`,
        `G3,P3,${COPIED},met,2021-09-08`,
      ),
      [
        "goal_wordings.csv",
        lines("wording,text", "beginning,This year I want to", `required-goal,${COPIED}`),
      ],
    );
    expect(Object.values(texts).map(([kind]) => kind)).toEqual([
      "too-short",
      "mandated",
      "mandated",
    ]);
  });
});

const YEARS = (...rows: readonly string[]): HandedIn => ["plans.csv", lines(PLANS_HEADER, ...rows)];
const SPANISH = (grade: string): string => `Bring my Spanish grade to ${grade}`;

/** By goal whether it is one of the year before, of the goals of the plans of every year on record. */
async function lastYearsOf(...files: readonly HandedIn[]) {
  const places = await freshPlaces();
  const { manifest } = await ingestFiles(places, [
    ...roster(oneTo(8)).filter(([name]) => name !== "plans.csv"),
    ...files,
  ]);
  const answers = new Map<string, unknown>();
  for (const year of [2020, 2021, 2022]) {
    for (const school of manifest.schools) {
      const sent = availableIn(manifest);
      const read = await readSchool(places.records, FERNHILL, school, schoolYear(year), sent);
      for (const { document } of read.students) {
        for (const { goal, isLastYears } of document?.goals ?? []) answers.set(goal, isLastYears);
      }
    }
  }
  return Object.fromEntries(answers);
}

describe("a goal of the year before", () => {
  it("is one that the same student had, apart from dates, in a compared plan", async () => {
    const answers = await lastYearsOf(
      YEARS(
        ...[
          "P1,0001,ILP,2022,active,2021-09-10,,",
          "P1-21,0001,ILP,2021,closed,2020-09-10,2021-06-10,",
        ],
        ...[
          "P2,0002,ILP,2022,active,2021-09-10,,",
          "P2-20,0002,ILP,2020,closed,2019-09-10,2020-06-10,",
        ],
        ...["P3,0003,ILP,2022,active,2021-09-10,,", "P3-21,0003,ILP,2021,draft,2020-09-10,,"],
        ...[
          "P4,0004,ILP,2022,active,2021-09-10,,",
          "P4-21,0004,IEP,2021,closed,2020-09-10,2021-06-10,",
        ],
        ...[
          "P5,0005,ILP,2022,active,2021-09-10,,",
          "P5-21,0005,ILP,2021,closed,2020-09-10,2021-06-10,",
        ],
        ...[
          "P6,0006,ILP,2022,active,2021-09-10,,",
          "P6-21,0006,ILP,2021,closed,2020-09-10,2021-06-10,",
        ],
      ),
      goals(
        `G1-21,P1-21,This year I want to ${SPANISH("an 85 by May 2021")},met,2020-09-11`,
        "G1-21B,P1-21,Build a bench for the yard of the school,discontinued,2020-09-11",
        `G1,P1,${SPANISH("an 85 by June 2022")},in-progress,2021-09-11`,
        "G1-B,P1,Build a bench for the yard of the school,in-progress,2021-09-11",
        "G1-C,P1,Build a boat for the yard of the school,in-progress,2021-09-11",
        "G1-D,P1,Weld,in-progress,2021-09-11",
        `G1-E,P1,${SPANISH("a 90 by June 2022")},in-progress,2021-09-11`,
        "G1-F21,P1-21,Take Algebra 1 and pass it with a good grade,met,2020-09-11",
        "G1-F,P1,Take Algebra 2 and pass it with a good grade,in-progress,2021-09-11",
        // Two years before, of a draft, of a plan for special services.
        ...["G2,P2", "G2-20,P2-20", "G3,P3", "G3-21,P3-21", "G4,P4", "G4-21,P4-21"].map(
          (of) =>
            `${of},${SPANISH("an A")},in-progress,${of.endsWith("20") ? "2019" : "2020"}-10-01`,
        ),
        // Another student's, and too short to be compared.
        `G5,P5,${SPANISH("an 85 by June 2022")},in-progress,2021-09-11`,
        `G5-21,P5-21,Build a bench for the yard of the school,met,2020-09-11`,
        `G6,P6,${SPANISH("an A")},in-progress,2021-09-11`,
        `G6-21,P6-21,Weld,met,2020-09-11`,
      ),
      ["goal_wordings.csv", lines("wording,text", "beginning,This year I want to")],
    );
    expect(answers).toEqual({
      ...{ "G1-21": null, "G1-21B": null, G1: true, "G1-B": true, "G1-C": false, "G1-D": null },
      // A higher target, the next course.
      ...{ "G1-E": false, "G1-F21": null, "G1-F": false },
      ...{ G2: null, "G2-20": null, G3: null, "G3-21": null, G4: null, "G4-21": null },
      ...{ G5: false, "G5-21": null, G6: null, "G6-21": null },
    });
  });

  it("of each year is of the year before it", async () => {
    const text = SPANISH("an A");
    const answers = await lastYearsOf(
      YEARS(
        ...[
          "P1,0001,ILP,2022,active,2021-09-10,,",
          "P1-21,0001,ILP,2021,closed,2020-09-10,2021-06-10,",
        ],
        "P1-20,0001,ILP,2020,closed,2019-09-10,2020-06-10,",
      ),
      goals(
        `G1,P1,${text},in-progress,2021-09-11`,
        "G1-21,P1-21,Build a bench for the yard of the school,met,2020-09-11",
        `G1-20,P1-20,${text},met,2019-09-11`,
      ),
    );
    expect(answers).toEqual({ G1: false, "G1-21": false, "G1-20": null });
  });

  it("is not one of two years before, though no plan of the year between is on record", async () => {
    const answers = await lastYearsOf(
      YEARS(
        "P1,0001,ILP,2022,active,2021-09-10,,",
        "P1-20,0001,ILP,2020,closed,2019-09-10,2020-06-10,",
      ),
      goals(
        `G1,P1,${SPANISH("an A")},in-progress,2021-09-11`,
        `G1-20,P1-20,${SPANISH("an A")},met,2019-09-11`,
      ),
    );
    expect(answers).toEqual({ G1: null, "G1-20": null });
  });
});
