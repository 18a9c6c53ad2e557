import { describe, expect, it } from "vitest";
import { sharedGoals } from "../../../functions/console/plans/shared-goals.ts";
import { row } from "../../reports/week/waiting-row.ts";

const nameOf = (id: string): string => ({ "K-1": "Zed", "K-2": "Abe" })[id] ?? id;
const having = (student: string, sharedTexts: string | null, given = {}) =>
  row(student, { sharedTexts, ...given });

describe("the goals that students have in common", () => {
  it("are the most shared first, then in alphabetical order, and of who has several each", () => {
    const goals = sharedGoals(
      [having("1", "b;a"), having("2", "c"), having("3", "c"), having("4", "")],
      new Set(),
      nameOf,
    );
    expect(goals.map(({ text, count }) => `${text} ${count}`)).toEqual(["c 2", "a 1", "b 1"]);
  });

  it("are counted by school in the order of names, and by grade from the youngest, none given last", () => {
    const [goal] = sharedGoals(
      [
        having("1", "a", { school: "2", schoolName: "Adams", grade: "10" }),
        having("2", "a", { school: "1", schoolName: "Zane", grade: "" }),
        having("3", "a", { school: "1", schoolName: "Zane", grade: "KG" }),
        having("4", "a", { school: "1", schoolName: "Zane", grade: "09" }),
        having("5", "a", { school: "3", schoolName: "Adams", grade: "10" }),
      ],
      new Set(),
      nameOf,
    );
    expect(goal?.schools).toEqual([
      { id: "2", name: "Adams", count: 1, grades: [{ grade: "10", count: 1 }] },
      { id: "3", name: "Adams", count: 1, grades: [{ grade: "10", count: 1 }] },
      {
        ...{ id: "1", name: "Zane", count: 3 },
        grades: [
          { grade: "KG", count: 1 },
          { grade: "09", count: 1 },
          { grade: "", count: 1 },
        ],
      },
    ]);
  });

  it("are by counselor of the principal's schools alone, in the order of names and not of counts", () => {
    const rows = [
      having("1", "a", { counselor: "K-1" }),
      having("2", "a", { counselor: "K-1" }),
      having("3", "a", { counselor: "K-2" }),
      having("4", "a", { counselor: "" }),
      having("5", "a", { counselor: "K-2", school: "B" }),
    ];
    expect(sharedGoals(rows, new Set(), nameOf)[0]?.counselors).toBeNull();
    expect(sharedGoals(rows, new Set(["A"]), nameOf)[0]?.counselors).toEqual([
      { name: "Abe", count: 1 },
      { name: "No counselor", count: 1 },
      { name: "Zed", count: 2 },
    ]);
  });

  it("are none in an edition of before they were noted", () => {
    expect(sharedGoals([having("1", null)], new Set(), nameOf)).toEqual([]);
  });
});
