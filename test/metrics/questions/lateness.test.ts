import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import { latenessOf, latenessQuestions } from "../../../functions/metrics/questions/lateness.ts";
import { sameQuestions } from "../../../functions/metrics/questions/same-question.ts";
import { documentOf, held } from "../../mandates/clock-case.ts";
import { AS_OF, assessed, contextOn } from "../assessed-student.ts";
import { review, standing } from "../given-answer.ts";

const DUE = day("2021-11-12");
const heldAfter = (days: number) => review("held-late", DUE, { heldOn: addDays(DUE, days) });
const overdueFor = (days: number) => review("not-held", addDays(AS_OF, -days));

describe("how late a review is", () => {
  it.each([
    [1, "held-within-2-weeks", "overdue-within-2-weeks"],
    [14, "held-within-2-weeks", "overdue-within-2-weeks"],
    [15, "held-within-6-weeks", "overdue-within-6-weeks"],
    [42, "held-within-6-weeks", "overdue-within-6-weeks"],
    [43, "held-after-6-weeks", "overdue-over-6-weeks"],
    [200, "held-after-6-weeks", "overdue-over-6-weeks"],
  ] as const)(
    "is, %d days after its due day, %s where held and %s where not",
    (days, first, other) => {
      expect(latenessOf([heldAfter(days)], AS_OF)).toBe(first);
      expect(latenessOf([overdueFor(days)], AS_OF)).toBe(other);
      // Without a plan there is no review either.
      expect(latenessOf([review("plan-missing", addDays(AS_OF, -days))], AS_OF)).toBe(other);
    },
  );

  it.each([
    ["held on time", review("timely", DUE, { heldOn: DUE })],
    ["not due", review("pending", addDays(AS_OF, 1))],
    ["of who is exempt", review("exempt", DUE)],
    ["of who came lately", review("not-yet-assessable", DUE)],
    ["not to be determined", standing("not-determinable", { dueOn: DUE })],
    ["said not to be held before its due day", standing("not-met", { dueOn: AS_OF })],
    ["said not to be held, due on no known day", standing("not-met")],
  ])("is not late where it is %s", (_name, answer) => {
    expect(latenessOf([answer], AS_OF)).toBe("not-late");
  });

  it("is the lateness of what somebody says was not held, by its due day", () => {
    const stated = standing("not-met", { dueOn: addDays(AS_OF, -15) });
    expect(latenessOf([stated], AS_OF)).toBe("overdue-within-6-weeks");
  });

  it("is that of the first review where the one after a change was on time", () => {
    const again = review("held-late", day("2022-03-01"), {
      heldOn: day("2022-02-20"),
      late: { dueOn: DUE, heldOn: addDays(DUE, 43) },
    });
    expect(latenessOf([again], AS_OF)).toBe("held-after-6-weeks");
  });

  it.each([
    ["the longest", [heldAfter(5), heldAfter(43), overdueFor(20)], "held-after-6-weeks"],
    ["the longest in either order", [overdueFor(43), heldAfter(20)], "overdue-over-6-weeks"],
    ["the one not held of two as late", [heldAfter(14), overdueFor(14)], "overdue-within-2-weeks"],
    [
      "the one not held, whichever comes first",
      [overdueFor(14), heldAfter(14)],
      "overdue-within-2-weeks",
    ],
    ["the only one that is late", [review("timely", DUE), heldAfter(1)], "held-within-2-weeks"],
    ["none", [], "not-late"],
  ] as const)("of several is that of %s", (_name, answers, part) => {
    expect(latenessOf(answers, AS_OF)).toBe(part);
  });
});

describe("the questions of how late reviews are", () => {
  const answers = (on: readonly string[]) => {
    const student = assessed({ document: documentOf(on.map((heldOn) => held(heldOn))) });
    return latenessQuestions(effectivePractice, AS_OF).map(({ statistic, answer }) => [
      statistic,
      answer(student, contextOn()),
    ]);
  };

  it("ask all reviews together and each by itself", () => {
    // Two weeks before the as-of day the first review was due.
    expect(answers([])).toEqual([
      ["lateness/all", "overdue-within-2-weeks"],
      ["lateness/review-1", "overdue-within-2-weeks"],
      ["lateness/review-2", "not-late"],
      ["lateness/transition-6", "not-late"],
      ["lateness/transition-9", "not-late"],
      ["lateness/transition-12", "not-late"],
    ]);
    expect(answers(["2021-11-13"])[0]).toEqual(["lateness/all", "held-within-2-weeks"]);
    expect(answers(["2021-11-12"])[0]).toEqual(["lateness/all", "not-late"]);
  });

  it("are none without a review that has a due day", () => {
    const requirements = effectivePractice.requirements.filter(({ kind }) => kind === "plan");
    expect(latenessQuestions({ ...effectivePractice, requirements }, AS_OF)).toEqual([]);
  });

  it("are never public, nor read as a question that is", () => {
    const own = questionsOf(effectivePractice, AS_OF).filter(({ statistic }) =>
      statistic.startsWith("lateness"),
    );
    expect(own.length).toBe(6);
    expect(own.filter(({ isPublic }) => isPublic)).toEqual([]);
    const same = sameQuestions(effectivePractice, AS_OF);
    expect(own.filter(({ statistic }) => same.has(statistic))).toEqual([]);
  });
});
