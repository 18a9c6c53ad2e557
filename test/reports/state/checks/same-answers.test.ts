import { describe, expect, it } from "vitest";
import { STANDING_PARTS } from "../../../../functions/domain/figures/parts.ts";
import { STANDINGS, statisticText } from "../../../../functions/metrics/questions/statistic.ts";
import { sameAnswers } from "../../../../functions/reports/state/checks/same-answers.ts";
import { cubeWith } from "../../../support/cube-with.ts";
import { COUNTING, fieldWith, inHandWith, recordWith } from "../../../support/report-in-hand.ts";

const PLAN = statisticText(STANDINGS, "plan");
const countsOf = (given: { readonly [part: string]: number }): readonly number[] =>
  STANDING_PARTS.map(({ id }) => given[id] ?? 0);
const cubes = [
  {
    name: "A",
    cube: cubeWith("A", {
      answers: {
        [PLAN]: {
          "all/all": countsOf({ met: 2, "not-met": 1 }),
          "grade/08": countsOf({ met: 1 }),
        },
      },
    }),
  },
];
const FIELD = fieldWith("plan", {
  source: { row: "answer.plan.standing" },
  codes: { met: "Y", "not-met": "N" },
});
const run = (...cells: readonly string[]) =>
  sameAnswers.run(
    inHandWith({
      ...{ cubes, fields: [FIELD] },
      records: cells.map((cell, index) => recordWith(String(index), [cell])),
    }),
  );

describe("the answers of a file beside the figures", () => {
  it("are as many of each", () => {
    expect(run("Y", "N", "Y")).toMatchObject({ outcome: "passed" });
  });
  it.each([
    ["one too many", ["Y", "Y", "Y", "N"]],
    ["one too few", ["Y", "N"]],
    ["one turned round", ["Y", "N", "N"]],
  ])("are not with %s", (_what, cells) => {
    expect(run(...cells)).toMatchObject({
      ...{ outcome: "failed", because: "Counted otherwise in the figures: plan." },
    });
  });
  it("are compared within the grade where a field is of a grade's own requirement", () => {
    const fields = [
      fieldWith("grade", { source: { row: "student.grade" }, codes: { "08": "G8", "07": "G7" } }),
      fieldWith("x", { source: { answerByGrade: { "08": "plan" } }, codes: { met: "Y" } }),
    ];
    const of = (cells: readonly (readonly [string, string])[]) =>
      sameAnswers.run(
        inHandWith({
          ...{ cubes, fields },
          records: cells.map((pair, index) => recordWith(String(index), pair)),
        }),
      ).outcome;
    expect(
      of([
        ["G8", "Y"],
        ["G7", "Y"],
      ]),
    ).toBe("passed");
    expect(of([["G7", "Y"]])).toBe("failed");
  });
  it("are not compared of counts, of a file without answers, and before the day is published", () => {
    expect(sameAnswers.run(inHandWith({ kind: COUNTING })).outcome).toBe("not-made");
    expect(sameAnswers.run(inHandWith({ cubes, fields: [fieldWith("id")] })).outcome).toBe(
      "not-made",
    );
    expect(sameAnswers.run(inHandWith({ fields: [FIELD] })).outcome).toBe("failed");
  });
});
