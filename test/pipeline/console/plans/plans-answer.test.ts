import { describe, expect, it } from "vitest";
import type { WeekAnswer } from "../../../../functions/console/counselor-answers.ts";
import type { PlansAnswer } from "../../../../functions/console/plans/plan-answers.ts";
import { PLAN_PATTERNS } from "../../../../functions/metrics/cube/plan-pattern.ts";
import { textOf, valueOf } from "../../../support/asked-console.ts";
import { staffRow } from "../../../support/staff-of.ts";
import { castConsole } from "../cast-console.ts";
import { notedLooks } from "./noted-looks.ts";

describe("the plans of the console", { timeout: 60_000 }, () => {
  const cast = castConsole([
    staffRow("L-1", "district-leader"),
    staffRow("P-MS", "principal", ["CAST-MS"]),
    staffRow("C-71", "counselor", ["CAST-MS"], ["K-71"]),
    staffRow("R-MS", "registrar", ["CAST-MS"]),
    staffRow("S-1", "state-reporter"),
  ]);
  const { ask } = cast;
  const plans = async (who: string, query = "") =>
    valueOf<PlansAnswer>(await ask(who, `/console/plans${query}`));
  const notedLast = async (count: number) => (await notedLooks(cast.places)).slice(-count);
  const schoolsOf = ({ questions }: PlansAnswer): readonly string[] => [
    ...new Set((questions ?? []).flatMap(({ schools }) => schools.map(({ id }) => id))),
  ];

  it("has for a counselor the plans of her week that most need a conversation", async () => {
    const own = await plans("C-71");
    const week = await valueOf<WeekAnswer>(await ask("C-71", "/console/week"));
    expect(own.whose).toBe("Person C-71");
    expect(own.conversations).toHaveLength(3);
    expect(own.conversations).toEqual(week.conversations);
    expect(own.because).toContain("and the student is in your caseload.");
    const chosen = await plans("P-MS", "?counselor=K-71");
    expect([chosen.whose, chosen.conversations]).toEqual(["Person C-71", own.conversations]);
  });

  it("has no plans until somebody is chosen, and refuses a counselor whom the reader sees in part", async () => {
    expect(await plans("P-MS")).toMatchObject({ whose: null, conversations: [] });
    const other = await ask("C-71", "/console/plans?counselor=K-72");
    expect([other.status, await textOf(other)]).toEqual([
      404,
      "there is no such counselor among those whose students you may see\n",
    ]);
  });

  it("asks each question of the schools that the reader sees exactly, by name, with no counselor in it", async () => {
    const all = await plans("L-1");
    expect(all.questions?.map(({ id }) => id)).toEqual(PLAN_PATTERNS);
    for (const { question, schools } of all.questions ?? []) {
      expect(question).toMatch(/\?$/);
      const names = schools.map(({ name }) => name);
      expect(names).toEqual(names.toSorted());
      for (const { count, n } of schools) expect(count).toBeLessThanOrEqual(n);
    }
    expect(schoolsOf(all)).toEqual(expect.arrayContaining(["CAST-HS", "CAST-MS"]));
    expect(JSON.stringify(all.questions)).not.toMatch(/K-7|Person C/);
    expect(schoolsOf(await plans("P-MS"))).toEqual(["CAST-MS"]);
    // Her caseload has students of the high school, whose figures she sees as the public does.
    expect(schoolsOf(await plans("C-71"))).toEqual(["CAST-MS"]);
    expect(schoolsOf(await plans("L-1", "?school=CAST-HS"))).toEqual(["CAST-HS"]);
  });

  it("has the counts of the table that staff read", async () => {
    const { path } = JSON.parse(await textOf(await ask("P-MS", "/data/cast/latest.json"))) as {
      path: string;
    };
    const table = await textOf(await ask("P-MS", `/data/cast/${path}plan-patterns.csv`));
    for (const { id, schools } of (await plans("P-MS")).questions ?? []) {
      for (const { count, n } of schools) {
        const line = table
          .split(/\r?\n/)
          .find((each) => each.includes(`CAST-MS,`) && each.includes(id));
        expect(line).toContain(`,${n},`);
        expect(line).toMatch(new RegExp(`(?:^|,)${count}(?:,|$)`));
      }
    }
  });

  it("is refused to who sees no plans, and each look is noted", async () => {
    for (const who of ["R-MS", "S-1"]) {
      const answer = await ask(who, "/console/plans");
      expect([answer.status, await textOf(answer)]).toEqual([
        403,
        expect.stringMatching(/does not include the names and plans of students\.\n$/),
      ]);
      expect(await notedLast(1)).toMatchObject([{ who, what: "plans", isAllowed: false }]);
    }
    await plans("C-71");
    // Both are of one instant.
    const both = (await notedLast(2)).toSorted((a, b) => a.what.localeCompare(b.what));
    expect(both).toMatchObject([
      { who: "C-71", kind: "see-figures", what: "plan-patterns", schools: ["CAST-MS"] },
      { who: "C-71", kind: "see-student", what: "plans", students: 3 },
    ]);
  });
});
