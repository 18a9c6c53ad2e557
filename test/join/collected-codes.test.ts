import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../functions/domain/calendar/school-year.ts";
import { collectedOf } from "../../functions/join/collected-codes.ts";
import type { ConformedManifest } from "../../functions/conformed/conformed-manifest.ts";
import { availableIn } from "../../functions/conformed/availability.ts";
import { countsKey } from "../../functions/pipeline/measure/measure.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { readSchool } from "../../functions/pipeline/measure/read-school.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  roster,
  type HandedIn,
} from "../support/ingest-files.ts";
import { EFFECTIVE_PRACTICE, freshPlaces } from "../support/local-district.ts";

const REVIEWS = lines(
  "review_id,plan_id,status,held_on,participants,meeting",
  "R1,P1,held,2021-10-04,family;counselor,group",
  "R2,P2,held,2021-10-05,counselor,",
);
const GOALS = lines(
  "goal_id,plan_id,domain,description,status",
  "G1,P1,career,Weld,met",
  "G2,P1,academic,Read,met",
);
const STEPS = lines("action_step_id,goal_id,description", "A1,G1,Ask");
const ASSENTS = lines(
  "student_id,role,degree,given_on",
  "0001,family,signature,2021-10-04",
  "0001,family,notice,2021-09-04",
);
const COMPONENTS = lines("student_id,component,entered_on", "0001,resume,2021-10-04");
const EVENTS = lines("student_id,event,occurred_on", "0001,plan-filed,2021-10-04");
/** All of it of students of the middle school. */
const FILES: readonly HandedIn[] = [
  ["reviews.csv", REVIEWS],
  ["goals.csv", GOALS],
  ["action_steps.csv", STEPS],
  ["plan_assents.csv", ASSENTS],
  ["plan_components.csv", COMPONENTS],
  ["student_events.csv", EVENTS],
];
const AS_OF = day("2022-03-15");

/** The students of a school, as another machine reads them from its partitions. */
async function studentsAt(places: Places, manifest: ConformedManifest, id: string) {
  const school = manifest.schools.find((school) => school.id === id)!;
  const sent = availableIn(manifest);
  const { students } = await readSchool(places.records, FERNHILL, school, schoolYear(2022), sent);
  return students;
}

describe("the codes that a district's records carry", () => {
  it("are the same at every school, also at one that has none of them", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, [...roster(oneTo(8)), ...FILES]);
    const [high] = await studentsAt(places, manifest, "S2");
    const middle = await studentsAt(places, manifest, "S1");
    const { collected } = high!.more;
    expect(collected).toEqual(middle[0]!.more.collected);
    expect(collected?.participants.has("family")).toBe(true);
    expect(collected?.participants.has("student")).toBe(false);
    expect(collected?.assents.has("family signature")).toBe(true);
    const reviews = middle.flatMap(({ document }) => document?.reviews ?? []);
    expect(reviews.map(({ review, meeting }) => [review, meeting])).toEqual([
      ["R1", "group"],
      ["R2", undefined],
    ]);
    // Under another name where the codes are others: a school is then counted anew.
    const { collected: codes, ...old } = manifest;
    const less = { ...manifest, collected: { ...codes!, participants: ["counselor"] as const } };
    const keys = [manifest, less, old].map((version) =>
      countsKey(version, version.schools[0]!, { asOf: AS_OF, mandate: EFFECTIVE_PRACTICE }),
    );
    expect(new Set(keys).size).toBe(3);
  });

  it("are the same in whatever order and grouping the files come", async () => {
    const whole = await ingestFiles(await freshPlaces(), [...roster(oneTo(8)), ...FILES]);
    const places = await freshPlaces();
    const [reviews, ...others] = FILES;
    await ingestFiles(places, [...others, ...roster(oneTo(8))]);
    const parts = await ingestFiles(places, [reviews!]);
    expect(parts.manifest.collected).toEqual({
      participants: ["counselor", "family"],
      goalDomains: ["academic", "career"],
      actionSteps: true,
      reviews: true,
      stepCompletions: false,
      components: ["resume"],
      assents: ["family notice", "family signature"],
      events: ["plan-filed"],
      meetings: ["group"],
    });
    expect(whole.manifest.collected).toEqual(parts.manifest.collected);
    const done = lines(
      "action_step_id,goal_id,description,completed_on",
      "A1,G1,Ask,",
      "A2,G1,Call,2021-10-04",
    );
    const { manifest } = await ingestFiles(places, [["action_steps.csv", done]]);
    expect(manifest.collected?.stepCompletions).toBe(true);
    expect(parts.manifest.version).toBe(whole.manifest.version);
  });

  it("are none where nobody sends such records, and unknown in a version of before", async () => {
    const places = await freshPlaces();
    const { manifest } = await ingestFiles(places, roster(oneTo(8)));
    expect(collectedOf(manifest)?.participants.size).toBe(0);
    const { collected: _none, ...old } = manifest;
    const [student] = await studentsAt(places, old, "S1");
    expect(student!.more.collected).toBeUndefined();
  });
});
