import { describe, expect, it } from "vitest";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import { whatWouldDecide } from "../../../functions/metrics/questions/what-would-decide.ts";

const common = {
  ...{ id: "rule", name: "A rule", rule: "A rule.", citation: "Sec. 1", status: "confirmed" },
  ...{ modality: "must", dueBasis: "text", due: { kind: "year-end" } },
} as const;
const plan = (given: Partial<Requirement> = {}): Requirement =>
  ({ ...common, kind: "plan", asks: "made", span: "school-year", ...given }) as Requirement;
const content = (...all: readonly string[]): Requirement =>
  ({
    ...{ ...common, kind: "content", span: "school-year" },
    all: all.map((component) => ({ component, says: "It is asked." })),
  }) as Requirement;
const assent = (degree: string, given: object = {}): Requirement =>
  ({
    ...common,
    ...{ kind: "assent", span: "school-year" },
    of: [
      { anyOf: ["student"], who: "the student", degree, ...given },
      { anyOf: ["family"], who: "a parent", degree },
    ],
  }) as Requirement;

const NOTHING_SENT = {
  programs: false,
  planAssents: false,
  planComponents: false,
  studentEvents: false,
};
const ALL_SENT = { programs: true, planAssents: true, planComponents: true, studentEvents: true };
const decides = (requirement: Requirement, sent: typeof ALL_SENT | null = null) =>
  whatWouldDecide(requirement, sent);

describe("what would decide a requirement", () => {
  it.each([
    ["a plan", plan(), "plans with their first day (plans.csv)"],
    [
      "an offer",
      plan({ modality: "must-offer" }),
      "records of “plan offered” (student_events.csv)",
    ],
    [
      "goals",
      content("career-goal", "action-steps-benchmarks"),
      "goals and action steps with the plan (goals.csv, action_steps.csv)",
    ],
    [
      "entries",
      content("career-goal", "resume", "financial-aid"),
      "entries of resume and financial aid (plan_components.csv)",
    ],
    [
      "many entries",
      content("resume", "financial-aid", "capstone", "portfolio"),
      "entries of resume, financial aid, capstone and other items of the rule (plan_components.csv)",
    ],
    [
      "who takes part",
      assent("participation"),
      "participation by the student and a parent on each review (reviews.csv, participants)",
    ],
    [
      "a signature",
      assent("signature"),
      "records of a signature by the student and a parent (plan_assents.csv)",
    ],
    [
      "a record",
      { ...common, kind: "record", span: "school-year", record: "conference-held", times: 1 },
      "records of “conference held” (student_events.csv)",
    ],
    [
      "a judgment",
      { ...common, kind: "judged", question: "it is so" },
      "a named person's statement whether it is so (attestations.csv)",
    ],
  ] as const)("is the record of %s", (_, requirement, words) => {
    expect(decides(requirement as Requirement)).toBe(words);
  });

  it.each([
    [
      "a day that the text does not give",
      { due: { kind: "open", words: "periodically" } },
      "a due day, which the text does not give (periodically)",
    ],
    [
      "which of its days governs",
      { due: { kind: "either", of: [] } },
      "a text that says which of its days governs",
    ],
    [
      "in which days it counts",
      { due: { kind: "days-enrolled", days: 90, unit: "unstated" } },
      "a text that says in which days it counts",
    ],
    [
      "a text that nobody read",
      { status: "recalled" },
      "the text itself, which has to be checked (Sec. 1)",
    ],
    [
      "a text that was not found",
      { status: "not-found" },
      "the text itself, which has to be checked (Sec. 1)",
    ],
  ] as const)("is first %s", (_, given, words) => {
    expect(decides(plan(given as Partial<Requirement>))).toMatch(
      new RegExp(`^${words.replaceAll(/[()]/g, "\\$&")}; plans with`),
    );
  });

  it("is no text that the district has read, nor a convention", () => {
    const confirmedBy = { by: "", source: "The code", on: "2026-01-05" };
    for (const given of [{ status: "recalled", confirmedBy }, { status: "convention" }] as const) {
      expect(decides(plan(given as Partial<Requirement>))).toBe(
        "plans with their first day (plans.csv)",
      );
    }
  });

  it("is what nobody sends, and where all is sent what it is read from", () => {
    const asked = {
      ...content("resume"),
      appliesTo: {
        programs: { anyOf: ["A program"] },
        after: { event: "at-risk", within: "ever" },
      },
    } as Requirement;
    const entries = "entries of resume (plan_components.csv)";
    const programs = "the programs that students are in";
    const event = "records of “at risk” (student_events.csv)";
    expect(decides(asked, NOTHING_SENT)).toBe(`${programs}; ${event}; ${entries}`);
    expect(decides(asked, { ...ALL_SENT, planComponents: false })).toBe(entries);
    expect(decides(asked, ALL_SENT)).toBe(`${programs}; ${event}; ${entries}`);
    expect(decides(assent("approval"), { ...ALL_SENT, planAssents: false })).toContain(
      "approval by",
    );
  });

  it("is an earlier year where it was due or could be done in one, once all else is sent", () => {
    const earlier = "; plans and reviews of the earlier school years";
    expect(decides(plan({ span: "ever" } as Partial<Requirement>))).toContain(earlier);
    expect(decides(plan({ due: { kind: "grade", grade: "08", edge: "end" } }))).toContain(earlier);
    const unsent = { ...content("resume"), span: "ever" } as Requirement;
    expect(decides(unsent, NOTHING_SENT)).not.toContain(earlier);
  });

  it("is the day of birth where only the young are asked", () => {
    expect(decides(assent("participation", { isOnlyForMinors: true }))).toMatch(/; days of birth$/);
    expect(decides(plan({ appliesTo: { youngerThan: 18 } }))).toMatch(/^days of birth; /);
  });
});
