import { describe, expect, it } from "vitest";
import type { EditionScope } from "../../../functions/releases/tables/places.ts";
import { askedNextSteps } from "../../../functions/releases/tables/next-steps.ts";
import { askedStandings } from "../../../functions/releases/tables/standings.ts";
import { scopeOf } from "./drawn-scope.ts";

const standingsAsked = (scope: EditionScope) => [...askedStandings(scope)];

describe("the rows of standings and next steps", () => {
  const needs = (kind: EditionScope["kind"], requirement: string) => [
    ...new Set(
      askedNextSteps(scopeOf(kind))
        .filter(({ key }) => key.requirement === requirement)
        .map(({ key }) => key.need),
    ),
  ];

  it("say to staff what the worklist has under each requirement, and to everybody parts of public bars", () => {
    expect(needs("staff", "review-1")).toEqual(["overdue", "due-soon", "no-plan"]);
    expect(needs("public", "review-1")).toEqual(["overdue", "no-plan"]);
    expect(needs("staff", "goal-domains")).toEqual(["content-missing", "due-soon"]);
    expect(needs("public", "goal-domains")).toEqual(["not-met"]);
    const named = (kind: EditionScope["kind"], need: string) =>
      askedNextSteps(scopeOf(kind)).find(({ key }) => key.need === need)?.key.needName;
    expect(named("staff", "signature-missing")).toBe("Participation missing");
    expect(named("public", "not-met")).toBe("Content late or missing");
  });

  it("give a transition one bar in the public edition: whether its students are ready", () => {
    expect(needs("public", "transition-6")).toEqual(["not-ready"]);
    expect(needs("staff", "transition-6")).toEqual(["overdue", "due-soon", "no-plan"]);
    const standings = standingsAsked(scopeOf("public")).map(({ key }) => key.requirement);
    expect(standings).not.toContain("transition-6");
    expect(standings).toContain("all");
  });
});
