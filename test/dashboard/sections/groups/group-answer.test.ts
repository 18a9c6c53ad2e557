import { describe, expect, it } from "vitest";
import type { AskedGroups } from "../../../../dashboard/src/components/sections/groups/group-row.ts";
import { groupAnswer } from "../../../../dashboard/src/components/sections/groups/group-answer.ts";
import { plainText } from "../../../../dashboard/src/words/language.ts";
import { GROUP_ANSWER, type GapSaid } from "../../../../dashboard/src/words/group-answer.ts";
import { exact, shown, studentGroupRow, unshown } from "../../../releases/release-rows.ts";
import { spaced } from "../../words/spaced.ts";

const ON = "2022-03-15";
type Row = AskedGroups["rows"][number];
const asked = (rows: readonly Row[], given: Partial<AskedGroups> = {}): AskedGroups => ({
  ...{ measure: "plan-coverage", what: "Students with an open plan", level: "district" },
  ...{ school: "", schoolName: "Cast School District", isBySchool: false, rows },
  ...given,
});
const said = (rows: readonly Row[], given: Partial<AskedGroups> = {}, asOf = ON) =>
  groupAnswer(asked(rows, given), asOf).map(plainText);
const group = (name: string, given: Partial<Row> = {}) =>
  studentGroupRow({ division: "race-ethnicity", group: name, groupName: name, ...given });

describe("which groups differ", () => {
  it("is said of the measure that the reader chose, the widest certain gap first", () => {
    const rows = [
      group("asian", { gapLow: 2, gapHigh: 30, gap: "higher", ...shown("GE90") }),
      studentGroupRow(),
      group("white", { gapLow: -5, gapHigh: 5, gap: "unclear" }),
    ];
    expect(said(rows, { what: "Reviews held on time" })).toEqual([
      "Reviews held on time: English learners, 40–49%, at least 20 points lower than all students.",
      "Asian, 90% or more, at least 2 points higher than all students.",
    ]);
  });

  it("is said of the school that the reader chose, exactly where it is seen exactly", () => {
    const row = studentGroupRow({ ...exact(10), gapLow: -20, gapHigh: -20 });
    expect(said([row], { level: "school", schoolName: "East" })).toEqual([
      "Students with an open plan at East: English learners, 25%, 20 points lower than all students.",
    ]);
  });

  it("is of the day of the counts, where a figure is held", () => {
    expect(said([studentGroupRow()], {}, "2022-05-20")[0]).toContain(
      "English learners, 40–49% (data as of March 15, 2022), at least",
    );
  });

  it.each([
    [3, 3, null],
    [4, 4, "1 other group also differs."],
    [6, 4, "3 other groups also differ."],
  ])("names three of %d, and how many more there are", (groups, sentences, last) => {
    const rows = Array.from({ length: groups }, (_, index) => group(`g${index}`));
    const all = said(rows);
    expect(all).toHaveLength(sentences);
    if (last !== null) expect(all.at(-1)).toBe(last);
  });

  it.each([
    [19, false],
    [20, true],
  ])("says nothing of a group of fewer than 20 students: %d", (n, isNamed) => {
    const [first] = said([studentGroupRow({ n })]);
    expect(first?.includes("English learners")).toBe(isNamed);
  });

  it("says why nothing can be said", () => {
    const what = "Students with an open plan: ";
    expect(said([studentGroupRow({ gap: "unclear", gapLow: -5, gapHigh: 5 })])).toEqual([
      `${what}these figures do not show for certain that any student group differs from the others.`,
    ]);
    const small = ["too-few-students", "left-out"] as const;
    for (const state of small) {
      expect(said([studentGroupRow(unshown(state))])).toEqual([
        `${what}no student group has a figure: the groups, or those they are compared with, are too small.`,
      ]);
    }
    expect(said([studentGroupRow(unshown("not-enough-data"))])).toEqual([
      `${what}student groups cannot be compared: the files name no group, or there is nothing to measure.`,
    ]);
  });
});

describe("the words of a gap", () => {
  const gap: GapSaid = {
    group: { division: "english-learner", group: "yes", name: "English learners" },
    share: { low: 0.21, high: 0.39 },
    ...{ points: 12, isExact: false, gap: "lower", heldOn: null },
    comparedWith: { division: "english-learner", group: "all", name: "All students" },
  };
  const sex: GapSaid = {
    ...gap,
    group: { division: "sex", group: "female", name: "Female" },
    comparedWith: { division: "sex", group: "male", name: "Male" },
    share: { low: 0.62, high: 0.62 },
    ...{ points: 1, isExact: true, gap: "higher" },
  };

  it.each([
    [
      gap,
      "English learners, 21–39%, at least 12 points lower than all students.",
      "Aprendices de inglés, 21–39 %, al menos 12 puntos menos que todos los estudiantes.",
    ],
    [sex, "Female, 62%, 1 point higher than male.", "Mujeres, 62 %, 1 punto más que hombres."],
    [
      { ...gap, points: 0, heldOn: "2022-01-28" },
      "English learners, 21–39% (data as of January 28, 2022), lower than all students.",
      "Aprendices de inglés, 21–39 % (datos del 28 de enero de 2022), menos que todos los estudiantes.",
    ],
  ])("are the same in both languages: %#", (of, en, es) => {
    expect(GROUP_ANSWER.en.gap(of)).toBe(en);
    expect(GROUP_ANSWER.es.gap(of)).toBe(spaced(es));
  });

  it("name the school where one is chosen", () => {
    expect(plainText(GROUP_ANSWER.en.of("Measure", "East", "one."))).toBe("Measure at East: one.");
    expect(plainText(GROUP_ANSWER.es.of("Medida", "East", "uno."))).toBe("Medida en East: uno.");
    expect(GROUP_ANSWER.es.more(2)).toBe("Otros 2 grupos también se diferencian.");
  });
});
