import { describe, expect, it } from "vitest";
import type { StudentList } from "../../../../functions/console/answers.ts";
import type {
  SharedGoal,
  SharedGoalsAnswer,
} from "../../../../functions/console/plans/plan-answers.ts";
import { textOf, valueOf } from "../../../support/asked-console.ts";
import { staffRow } from "../../../support/staff-of.ts";
import { castConsole } from "../cast-console.ts";
import { notedLooks } from "./noted-looks.ts";

const PUNCTUAL = "be on time <num> days in a row";
/** The cast's other goals are one per subject and one per profession. */
const TEXTS = 16;

describe("the goals that several students share", { timeout: 60_000 }, () => {
  const cast = castConsole([
    staffRow("L-1", "district-leader"),
    staffRow("P-MS", "principal", ["CAST-MS"]),
    staffRow("P-HS", "principal", ["CAST-HS"]),
    staffRow("P-ES", "principal", ["CAST-ES"]),
    staffRow("C-71", "counselor", ["CAST-MS"], ["K-71"]),
    staffRow("C-72", "counselor", ["CAST-HS"], ["K-72"]),
    staffRow("R-MS", "registrar", ["CAST-MS"]),
    staffRow("S-1", "state-reporter"),
    staffRow("X-1", "researcher"),
    staffRow("O-1", "privacy-officer"),
  ]);
  const { ask } = cast;
  const shared = async (who: string, query = "") =>
    valueOf<SharedGoalsAnswer>(await ask(who, `/console/shared-goals${query}`));
  const punctual = ({ goals }: SharedGoalsAnswer): SharedGoal | undefined =>
    goals.find(({ text }) => text === PUNCTUAL);
  const notedLast = async (count: number) => (await notedLooks(cast.places)).slice(-count);

  it("are counted for a district leader among all students, by school and grade, most shared first", async () => {
    const all = await shared("L-1");
    expect(all).toMatchObject({ isNoted: true, texts: TEXTS, students: 40 });
    expect(all.goals[0]).toEqual(punctual(all));
    expect(punctual(all)).toMatchObject({ count: 39, counselors: null });
    expect(punctual(all)?.schools.map(({ name, count }) => `${name}: ${count}`)).toEqual([
      "Cast Alternative School: 5",
      "Cast High School: 22",
      "Cast Middle School: 12",
    ]);
    expect(punctual(all)?.schools.at(-1)?.grades).toEqual([
      { grade: "06", count: 3 },
      { grade: "07", count: 6 },
      { grade: "08", count: 3 },
    ]);
  });

  it("are counted for a principal at her school alone, and by counselor in the order of names", async () => {
    const own = await shared("P-HS");
    expect(punctual(own)).toMatchObject({
      count: 22,
      schools: [{ id: "CAST-HS", count: 22 }],
      counselors: [
        { name: "Person C-71", count: 2 },
        { name: "Person C-72", count: 20 },
      ],
    });
    expect(own.goals.every(({ schools }) => schools.every(({ id }) => id === "CAST-HS"))).toBe(
      true,
    );
  });

  it("are counted for a counselor in her own caseload, whatever its schools", async () => {
    const own = await shared("C-71");
    expect(punctual(own)).toMatchObject({ count: 14, counselors: null });
    expect(punctual(own)?.schools.map(({ id, count }) => [id, count])).toEqual([
      ["CAST-HS", 2],
      ["CAST-MS", 12],
    ]);
    expect(punctual(await shared("C-72"))).toMatchObject({ count: 20, counselors: null });
    const list = await valueOf<StudentList>(await ask("C-71", "/console/students?caseload=K-71"));
    expect(own.students).toBeLessThanOrEqual(list.named);
  });

  it("add up: schools to the text, grades to the school, counselors to the principal's students", async () => {
    const sum = (parts: readonly { readonly count: number }[]): number =>
      parts.reduce((total, { count }) => total + count, 0);
    for (const who of ["L-1", "P-MS", "P-HS", "C-71", "C-72"]) {
      const { goals } = await shared(who);
      expect(goals).toHaveLength(10);
      for (const { count, schools, counselors } of goals) {
        expect(sum(schools)).toBe(count);
        for (const school of schools) expect(sum(school.grades)).toBe(school.count);
        if (counselors !== null) expect(sum(counselors)).toBe(count);
      }
    }
  });

  it("are those of one school where it is asked for, and of none of another's", async () => {
    expect(punctual(await shared("L-1", "?school=CAST-MS"))).toMatchObject({ count: 12 });
    expect((await ask("P-MS", "/console/shared-goals?school=CAST-HS")).status).toBe(404);
  });

  it("are none where no student has a plan", async () => {
    expect(await shared("P-ES")).toMatchObject({ texts: 0, students: 0, goals: [], next: null });
  });

  it.each([
    ["R-MS", /^You are registrar of .* does not include the names and plans of students\.\n$/],
    ["S-1", /^You are a state reporter.* does not include the names and plans of students\.\n$/],
    ["X-1", /^You are a researcher/],
    ["O-1", /^You are the privacy officer/],
  ])(
    "are refused to %s with a sentence that holds no text, and the refusal is noted",
    async (who, said) => {
      const answer = await ask(who, "/console/shared-goals");
      expect([answer.status, await textOf(answer)]).toEqual([403, expect.stringMatching(said)]);
      expect(await notedLast(1)).toMatchObject([{ who, what: "shared-goals", isAllowed: false }]);
    },
  );

  it("are a look that is noted without a text, and by counselor as a look of its own", async () => {
    await shared("C-71");
    expect(await notedLast(1)).toMatchObject([
      { who: "C-71", kind: "see-student", what: "shared-goals", students: null, isAllowed: true },
    ]);
    await shared("P-MS");
    // Both are of one instant.
    const noted = (await notedLast(2)).toSorted((a, b) => b.kind.localeCompare(a.kind));
    expect(noted.map(({ who, kind, schools }) => [who, kind, schools])).toEqual([
      ["P-MS", "see-student", ["CAST-MS"]],
      ["P-MS", "see-shared-by-counselor", ["CAST-MS"]],
    ]);
    const log = JSON.stringify(await notedLooks(cast.places));
    expect(log).toContain("shared-goals");
    for (const { text } of (await shared("L-1")).goals) expect(log).not.toContain(text);
  });

  it("name nobody", async () => {
    const text = await textOf(await ask("P-MS", "/console/shared-goals"));
    const { students } = await valueOf<StudentList>(await ask("P-MS", "/console/students"));
    expect(students.length).toBeGreaterThan(10);
    for (const { student, key, familyName } of students) {
      for (const trace of [student, key, familyName]) expect(text).not.toContain(trace);
    }
  });

  it("come ten to a page, each text on one page, and a page goes on where the one before ended", async () => {
    const all: SharedGoal[] = [];
    const sizes: number[] = [];
    for (let after: string | null | undefined = null; after !== undefined;) {
      const answer = await ask("L-1", "/console/shared-goals", after);
      const page = await valueOf<SharedGoalsAnswer>(answer);
      all.push(...page.goals);
      sizes.push(page.goals.length);
      after = page.next ?? undefined;
    }
    expect(sizes).toEqual([10, 6]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(TEXTS);
    const counts = all.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  it.each(["17", "-1", "be on time"])("have no page after %s", async (after) => {
    const answer = await ask("L-1", "/console/shared-goals", after);
    expect([answer.status, await textOf(answer)]).toEqual([
      400,
      "a page goes on from where one of the same list ended\n",
    ]);
  });
});
