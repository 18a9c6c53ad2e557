import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { PlanComponent } from "../../../functions/domain/plans/plan-component.ts";
import type { Collected } from "../../../functions/mandates/rules/collected.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { notCollected } from "../../../functions/mandates/rules/not-collected.ts";
import type {
  Requirement,
  RequirementCommon,
} from "../../../functions/mandates/rules/requirement.ts";
import { ALL_COLLECTED, NOTHING_COLLECTED } from "../all-collected.ts";

const COMMON: RequirementCommon = {
  ...{ id: "it", name: "It", rule: "It.", citation: "Law 1", status: "confirmed" },
  ...{ modality: "must", dueBasis: "text", due: { kind: "year-end" } },
};
const DAY = day("2022-01-31");
const linesOf = (requirement: Requirement, collected: Partial<Collected>) =>
  notCollected({ requirements: [requirement] }, { ...NOTHING_COLLECTED, ...collected }, DAY).map(
    ({ what, file, column }) => `${what} | ${file} | ${column}`,
  );

const content = (given: object): Requirement => ({
  ...COMMON,
  ...{ kind: "content", span: "ever", all: [] },
  ...given,
});
const all = (...components: readonly PlanComponent[]) =>
  components.map((component) => ({ component, says: "must" }));
const assent = (degree: "signature" | "participation" | "notice" | "invitation"): Requirement => ({
  ...COMMON,
  ...{ kind: "assent", span: "school-year" },
  of: [{ anyOf: ["family"], who: "a parent", degree }],
});

describe("what is not collected of a requirement", () => {
  it("is one line per column, with all that it would carry", () => {
    const asked = content({
      all: all("resume", "financial-aid", "career-goal", "action-steps-benchmarks"),
    });
    expect(linesOf(asked, {})).toEqual([
      "resume, financial aid | plan_components.csv | component",
      "career goals | goals.csv | domain",
      "action steps | action_steps.csv | action_step_id",
    ]);
    expect(notCollected({ requirements: [asked] }, NOTHING_COLLECTED, DAY)[0]).toMatchObject({
      ...{ requirement: "it", requirementName: "It" },
    });
  });

  it.each([
    ["a goal of the domain", { goalDomains: new Set(["career"] as const) }, 0],
    ["a goal of another domain", { goalDomains: new Set(["academic"] as const) }, 1],
    ["an entry of the component", { components: new Set(["career-goal"] as const) }, 0],
  ])("of a career goal is decided by %s", (_, collected, lines) => {
    expect(linesOf(content({ all: all("career-goal") }), collected)).toHaveLength(lines);
  });

  it("names a list of which some are enough only while too few are collected", () => {
    const two = content({ atLeast: { count: 2, of: ["resume", "portfolio", "capstone"] } });
    expect(linesOf(two, { components: new Set(["resume", "capstone"]) })).toEqual([]);
    expect(linesOf(two, { components: new Set(["resume"]) })).toEqual([
      "portfolio, capstone | plan_components.csv | component",
    ]);
  });

  it.each([
    ["signature", "family signature", []],
    ["signature", "family approval", []],
    ["signature", "family notice", ["signature by a parent | plan_assents.csv | degree"]],
    ["signature", "student signature", ["signature by a parent | plan_assents.csv | degree"]],
    ["participation", "family notice", ["participation by a parent | reviews.csv | participants"]],
  ] as const)("of a %s is decided by %s: %j", (degree, carried, lines) => {
    expect(linesOf(assent(degree), { assents: new Set([carried]) })).toEqual(lines);
  });

  it("takes who is named in reviews for taking part, and for no signature", () => {
    const participants = new Set(["family"] as const);
    expect(linesOf(assent("participation"), { participants })).toEqual([]);
    expect(linesOf(assent("signature"), { participants })).toHaveLength(1);
  });

  it("speaks of notice to a parent, and of the invitation of one", () => {
    expect(linesOf(assent("notice"), {})).toEqual([
      "notice to a parent | reviews.csv | participants",
    ]);
    expect(linesOf(assent("invitation"), {})).toEqual([
      "invitation of a parent | reviews.csv | participants",
    ]);
  });

  it.each([
    ["begins the day after", { effectiveFrom: "2022-02-01" }, 0],
    ["begins on the day", { effectiveFrom: "2022-01-31" }, 1],
    ["ends on the day", { effectiveUntil: "2022-01-31" }, 1],
    ["ended the day before", { effectiveUntil: "2022-01-30" }, 0],
  ])("is of what is in force: a rule that %s", (_, force, lines) => {
    expect(linesOf(content({ all: all("resume"), ...force }), {})).toHaveLength(lines);
  });

  it("names the events that it asks for, that set it off and from which it counts", () => {
    const record: Requirement = {
      ...COMMON,
      ...{ kind: "record", record: "plan-filed", span: { after: "plan-changed" }, times: 1 },
      appliesTo: { after: { event: "at-risk", within: "ever" } },
      due: { kind: "days-after-event", event: "plan-requested", days: 30, unit: "calendar" },
    };
    expect(linesOf(record, { events: new Set(["at-risk"]) })).toEqual([
      "plan filed, plan requested, plan changed | student_events.csv | event",
    ]);
  });

  it("names the sort of meeting", () => {
    const review: Requirement = {
      ...COMMON,
      ...{ kind: "recurring-review", nth: 1, minimumDaysApart: 0, span: "school-year" },
      meeting: "individual",
    };
    expect(linesOf(review, { meetings: new Set(["group"]) })).toEqual([
      "individual meetings | reviews.csv | meeting",
    ]);
    expect(linesOf(review, { meetings: new Set(["individual"]) })).toEqual([]);
  });

  it("is nothing of what is only encouraged", () => {
    expect(linesOf(content({ all: all("resume"), modality: "encouraged" }), {})).toEqual([]);
  });

  it.each(MANDATES)("under $id is nothing where every code is carried", (mandate) => {
    expect(notCollected(mandate, ALL_COLLECTED, DAY)).toEqual([]);
    const lines = notCollected(mandate, NOTHING_COLLECTED, DAY);
    const keys = lines.map(({ requirement, file, column }) => `${requirement} ${file} ${column}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(lines.filter(({ what }) => what === "")).toEqual([]);
  });
});
