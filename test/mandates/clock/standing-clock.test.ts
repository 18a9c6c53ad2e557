import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { longDay } from "../../../functions/domain/calendar/long-day.ts";
import { clockedStanding } from "../../../functions/mandates/clock/standing-clock.ts";
import {
  absent,
  done,
  type Part,
  type SearchResult,
} from "../../../functions/mandates/clock/search-result.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import type { FactStatus } from "../../../functions/mandates/rules/cited.ts";
import { clockCase } from "../clock-case.ts";

describe("what a requirement of several things is said to lack", () => {
  const requirement = effectivePractice.requirements.find(({ kind }) => kind === "content")!;
  const due = { kind: "day", on: day("2021-11-12"), latest: day("2021-11-12") } as const;
  const on = (text: string) => done(day(text), []);
  const MISSING = absent("The plan has no personal goal.");
  const said = (results: readonly SearchResult[], status: FactStatus = "convention") => {
    const parts = results.map((result): Part => ({ result, status }));
    const answer = clockedStanding(requirement, clockCase({}), parts, due, day("2021-12-01"));
    return [answer.status, answer.because];
  };

  it("is what is missing, never that another part was done too late", () => {
    for (const results of [
      [on("2021-10-01"), on("2021-11-13"), MISSING],
      [MISSING, on("2021-11-13")],
    ]) {
      expect(said(results)).toEqual([
        "not-met",
        "The plan has no personal goal. It was due on November 12, 2021.",
      ]);
    }
  });

  it("is the day of the last part, where all were done and some too late", () => {
    const late = [
      "not-met",
      "It was done on November 20, 2021, after the due date, November 12, 2021.",
    ];
    expect(said([on("2021-11-13"), on("2021-11-20"), on("2021-11-12")])).toEqual(late);
    expect(said([on("2021-11-20"), on("2021-11-13")])).toEqual(late);
    expect(said([on("2021-11-12"), on("2021-11-11")])).toEqual([
      "met",
      "It was done on November 12, 2021, by the due date, November 12, 2021.",
    ]);
  });

  it("is the same of a rule that nobody checked, which cannot be determined", () => {
    const [status, because] = said([on("2021-11-13"), MISSING], "recalled");
    expect(status).toBe("not-determinable");
    expect(because).toMatch(/^The plan has no personal goal\./);
  });

  it.each([
    ["2021-11-12", "not-applicable", "2021-11-12"],
    ["2021-11-13", "not-determinable", "2021-11-12"],
    ["2021-11-30", "not-determinable", "2021-11-12"],
    ["2021-12-01", "not-met", "2021-11-30"],
  ])("is on %s, under two readings of the due day, %s and due on %s", (asOf, status, dueOn) => {
    const readings = { kind: "day", on: day("2021-11-12"), latest: day("2021-11-30") } as const;
    const answerOf = (checked: FactStatus) =>
      clockedStanding(
        requirement,
        clockCase({}),
        [{ result: MISSING, status: checked }],
        readings,
        day(asOf),
      );
    const answer = answerOf("convention");
    expect(answer).toMatchObject({ status, dueOn });
    expect(answer.because).toContain(longDay(day(dueOn)));
    // A rule that nobody checked says the same day in its sentence, and no verdict.
    const unread = answerOf("recalled");
    expect(unread.dueOn).toBe(dueOn);
    expect(unread.because).toContain(longDay(day(dueOn)));
  });

  it.each([
    ["2021-11-12", "met", "2021-11-12"],
    ["2021-11-30", "not-determinable", "2021-11-12"],
    ["2021-12-01", "not-met", "2021-11-30"],
  ])("done on %s under two readings is %s, due on %s", (doneOn, status, dueOn) => {
    const readings = { kind: "day", on: day("2021-11-12"), latest: day("2021-11-30") } as const;
    const answer = clockedStanding(
      requirement,
      clockCase({}),
      [{ result: on(doneOn), status: "convention" }],
      readings,
      day("2021-12-15"),
    );
    expect(answer).toMatchObject({ status, dueOn });
    expect(answer.because).toContain(longDay(day(dueOn)));
  });
});
