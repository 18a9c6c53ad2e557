import { describe, expect, it } from "vitest";
import { labelGoals } from "../../../functions/cli/steps/label-goals.ts";
import type { GoalLabels } from "../../../functions/goals/quality/labels/goal-labels.ts";

const GOALS = ["Maria will submit the FAFSA", "be good", "pass math"].map((text, index) => ({
  ...{ id: String(index + 1), language: "en", domain: "academic", grade: "09" },
  ...{ text, name: "Maria" },
}));

/** A session with these answers; afterwards nobody answers. */
async function session(answers: string, earlier: readonly GoalLabels[] = []) {
  const left = answers.split(" ");
  const asked: string[] = [];
  const saved: (readonly GoalLabels[])[] = [];
  const ask = async (question: string) => {
    asked.push(question);
    return left.shift() ?? null;
  };
  const far = await labelGoals(GOALS, earlier, ask, (labels) => saved.push(labels));
  const last = saved.at(-1) ?? [];
  return { far, asked, saved, written: last.map(({ id, ...labels }) => id + lettersOf(labels)) };
}

const lettersOf = (labels: Omit<GoalLabels, "id">): string =>
  [labels.specific, labels.measurable, labels.timeBound].map((is) => (is ? "y" : "n")).join("");

describe("labelGoals", () => {
  it("asks three questions about each goal and saves after each goal", async () => {
    const { far, saved, written } = await session("y yes n n No n s n y");
    expect(written).toEqual(["1yyn", "2nnn"]);
    expect(saved.map(({ length }) => length)).toEqual([1, 2, 2]);
    expect(far).toEqual({ labeled: 2, skipped: 1, goals: 3 });
  });

  it("shows the text once, without the student's name, and how far one is", async () => {
    const { asked } = await session("y y y quit");
    expect(asked[0]).toMatch(/^\n\[1 of 3\] \[name\] will submit the FAFSA\n/);
    expect(asked[1]).not.toMatch(/FAFSA/);
    expect(asked.join()).not.toMatch(/Maria/);
  });

  it("asks again after an answer that is none", async () => {
    const { written } = await session("x y maybe y y");
    expect(written).toEqual(["1yyy"]);
  });

  it("goes back to the question before, and to the goal before", async () => {
    expect((await session("y n back y n")).written).toEqual(["1yyn"]);
    expect((await session("n n n back y y y n n y")).written).toEqual(["1yyy", "2nny"]);
    expect((await session("back y y y")).written).toEqual(["1yyy"]);
  });

  it("takes the labels of a goal away that is skipped on second thoughts", async () => {
    expect((await session("n n n b s n n n")).written).toEqual(["2nnn"]);
  });

  it("loses no goal that was finished when somebody quits within the next", async () => {
    const { written, far } = await session("y y n y quit");
    expect(written).toEqual(["1yyn"]);
    expect(far).toEqual({ labeled: 1, skipped: 0, goals: 3 });
  });

  it("goes on from where the last session stopped", async () => {
    const earlier = [{ id: "1", specific: true, measurable: true, timeBound: false }];
    const { asked, written, far } = await session("n n n y y n", earlier);
    expect(asked[0]).toMatch(/^\n\[2 of 3\] be good\n/);
    expect(written).toEqual(["1yyn", "2nnn", "3yyn"]);
    expect(far).toEqual({ labeled: 3, skipped: 0, goals: 3 });
  });
});
