import { describe, expect, it } from "vitest";
import { addDays, day, type Day } from "../../../functions/domain/calendar/day.ts";
import type { Grade } from "../../../functions/domain/people/grade.ts";
import type { PlanAssent } from "../../../functions/domain/plans/plan-assent.ts";
import { countsOf } from "../../../functions/metrics/cube/cube-counts.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import {
  reviewSignatures,
  signatureFigures,
} from "../../../functions/metrics/cube/review-signatures.ts";
import { mergeTwo } from "../../../functions/metrics/cube/merge-cubes.ts";
import { EVERYBODY } from "../../../functions/domain/figures/group-key.ts";
import {
  countedIn,
  countStudent,
  schoolCounting,
} from "../../../functions/metrics/cube/school-counting.ts";
import { ALL_COLLECTED, NOTHING_COLLECTED } from "../../mandates/all-collected.ts";
import { documentOf, held } from "../../mandates/clock-case.ts";
import { cubeWith } from "../../support/cube-with.ts";
import { AS_OF, assessed, contextOn } from "../assessed-student.ts";

const REVIEWED = day("2021-10-01");

/** A student who was reviewed, and signed so many days after that; null: not at all. */
const student = (
  days: number | null,
  { heldOn = REVIEWED as Day | null, grade = "07" as Grade, collected = ALL_COLLECTED } = {},
) => {
  const reviews = heldOn === null ? [] : [held(heldOn)];
  const own = assessed({ document: documentOf(reviews), collected, grade });
  const assents: readonly PlanAssent[] =
    days === null || heldOn === null
      ? []
      : [
          {
            ...{ role: "family", degree: "signature", givenOn: addDays(heldOn, days) },
            ...{ isDesignee: false, isGoodFaithEffort: false },
          },
        ];
  return { ...own, record: { ...own.record, more: { ...own.record.more, assents } } };
};

const SCHOOL = [
  // Ten who signed: on the day, after 1, 1, 2, 3, 5, 8, 30, 31 and 56 days.
  ...[0, 1, 1, 2, 3, 5, 8, 30, 31, 56].map((days) => student(days)),
  // Two who wait: 56 days, and since the date of the data.
  student(null),
  student(null, { heldOn: AS_OF }),
  // One who signed before the review, and so waits.
  student(-1),
  // Not counted: without a review, and in a grade that the mandate does not cover.
  student(null, { heldOn: null }),
  student(4, { grade: "03" }),
];

describe("reviewSignatures", () => {
  it("counts the students of a school by days, worked out by hand", () => {
    expect(reviewSignatures(SCHOOL, contextOn())).toEqual({
      signed: { "0": 1, "1": 2, "2": 1, "3": 1, "5": 1, "8": 1, "30": 1, "31": 1, "56": 1 },
      waiting: { "0": 1, "56": 2 },
      notRecorded: 0,
    });
    expect(signatureFigures(reviewSignatures(SCHOOL, contextOn()))).toEqual({
      // In order 0 1 1 2 3 | 5 8 30 31 | 56: the fifth, the ninth and the tenth.
      ...{ signed: 10, medianDays: 3, ninetiethDays: 31, mostDays: 56 },
      // Three wait, of whom no percentile is said.
      ...{ waiting: 3, medianDaysWaiting: null },
    });
  });

  it("comes to what the bar of signed reviews counts", () => {
    const context = contextOn();
    const counting = schoolCounting(context);
    for (const each of SCHOOL) countStudent(counting, each);
    const question = questionsOf(context.mandate, context.asOf).find(
      ({ statistic }) => statistic === "review-signature",
    )!;
    const counts = countsOf(countedIn(counting), question, EVERYBODY);
    const parts = Object.fromEntries(question.parts.map(({ id }, place) => [id, counts[place]]));
    // Eight within 30 days, two later; one waits since today and two for longer than 30 days.
    expect(parts).toMatchObject({
      ...{ "signed-in-time": 8, "signed-later": 2, "awaiting-signature": 1, "not-signed": 2 },
      ...{ "no-review-held": 1, "not-recorded": 0 },
    });
  });

  it("counts apart where nobody sends signatures", () => {
    const students = [student(null, { collected: NOTHING_COLLECTED })];
    expect(reviewSignatures(students, contextOn())).toEqual({
      ...{ signed: {}, waiting: {}, notRecorded: 1 },
    });
  });

  it("adds up over schools to what one school of all would have", () => {
    const unknown = student(null, { collected: NOTHING_COLLECTED });
    const all = [unknown, ...SCHOOL, unknown, unknown];
    const tally = (students: typeof SCHOOL) => reviewSignatures(students, contextOn());
    const cube = (students: typeof SCHOOL) => cubeWith("A", { signatures: tally(students) });
    for (const split of [0, 3, 10, 12, all.length]) {
      const merged = mergeTwo(cube(all.slice(0, split)), cube(all.slice(split)));
      expect(merged.signatures).toEqual(tally(all));
    }
    expect(tally(all).notRecorded).toBe(3);
  });
});

describe("signatureFigures", () => {
  const of = (signed: number, waiting: number) =>
    signatureFigures({ signed: { "2": signed }, waiting: { "9": waiting }, notRecorded: 0 });

  it.each([
    [9, null],
    [10, 2],
    [11, 2],
  ])("of %i signed reviews says days: %j", (signed, days) => {
    expect(of(signed, 0)).toMatchObject({
      ...{ signed, medianDays: days, ninetiethDays: days, mostDays: days },
    });
  });

  it.each([
    [9, null],
    [10, 9],
  ])("of %i reviews that wait says for how long: %j", (waiting, days) => {
    expect(of(0, waiting)).toMatchObject({ waiting, medianDaysWaiting: days });
  });
});
