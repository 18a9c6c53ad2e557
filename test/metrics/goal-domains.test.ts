import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { planId } from "../../functions/domain/ids.ts";
import { GOAL_DOMAINS, type Goal } from "../../functions/domain/plans/plan.ts";
import { goalDomains } from "../../functions/metrics/measures/goal-domains.ts";
import { ALL_COLLECTED } from "../mandates/all-collected.ts";
import { plan } from "../mandates/clock-case.ts";
import { AS_OF, assessed, goal, partOf, withGoals } from "./assessed-student.ts";

const iep = plan({ plan: planId("P2"), planType: "IEP" });
const [academic, ...others] = GOAL_DOMAINS.map((domain) => goal(domain));
const allGoals = [academic!, ...others];

const partWith = (goals: readonly Goal[], collected = ALL_COLLECTED): string =>
  partOf(
    goalDomains,
    assessed({ document: { ...withGoals(goals), plans: [plan(), iep] }, collected }),
  );

describe("goal-domains", () => {
  it.each([
    ["the day before the date of the data", "2021-11-25", "three-domains"],
    ["on it", AS_OF, "three-domains"],
    ["the day after", "2021-11-27", "fewer-domains"],
  ])("of a goal set %s", (_name, setOn, part) => {
    expect(partWith([...others, goal("academic", { setOn: day(setOn) })])).toBe(part);
  });

  it("counts a goal without the day it was set", () => {
    expect(partWith([...others, goal("academic", { setOn: null })])).toBe("three-domains");
  });

  it.each([
    ["a domain is missing", others],
    ["a goal is discontinued", [...others, goal("academic", { status: "discontinued" })]],
    ["a goal is in a plan of another type", [...others, goal("academic", { plan: iep.plan })]],
    ["there is one goal", others.slice(1)],
  ])("says fewer domains where %s", (_name, goals) => {
    expect(partWith(goals)).toBe("fewer-domains");
  });

  it("says no goals where there are none, or no open plan", () => {
    expect(partWith([])).toBe("no-goals");
    expect(partWith(allGoals.map((each) => ({ ...each, status: "discontinued" })))).toBe(
      "no-goals",
    );
    const drafted = { ...withGoals(allGoals), plans: [plan({ status: "draft" })] };
    expect(partOf(goalDomains, assessed({ document: drafted }))).toBe("no-goals");
    expect(partOf(goalDomains, assessed({ document: null }))).toBe("no-goals");
  });

  it("cannot say where a goal may be of the domain that is missing", () => {
    expect(partWith([...others, goal("academic", { domain: null })])).toBe("not-determinable");
    expect(partWith([...allGoals, goal("academic", { domain: null })])).toBe("three-domains");
  });

  it.each([
    [["academic", "career", "personal"], "fewer-domains", "no-goals"],
    [["career", "personal"], "not-determinable", "no-goals"],
    [[], "not-determinable", "not-determinable"],
  ] as const)(
    "where the district's goals are of %j, without an academic one says %s, and without any %s",
    (domains, lacking, none) => {
      const collected = { ...ALL_COLLECTED, goalDomains: new Set(domains) };
      expect(partWith(others, collected)).toBe(lacking);
      expect(partWith([], collected)).toBe(none);
      // Nobody without an open plan has a goal, whatever is collected.
      expect(partOf(goalDomains, assessed({ document: null, collected }))).toBe("no-goals");
    },
  );
});
