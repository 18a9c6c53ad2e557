import { describe, expect, it } from "vitest";
import { schoolYear } from "../../functions/domain/calendar/school-year.ts";
import { availableIn } from "../../functions/conformed/availability.ts";
import { readSchool } from "../../functions/pipeline/measure/read-school.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
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
