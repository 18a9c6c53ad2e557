import { describe, expect, it } from "vitest";
import { goalSetBuilder } from "../../../functions/goals/copies/goal-set.ts";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import { readTemplate } from "../../../functions/goals/words/template.ts";

describe("goalSetBuilder", () => {
  it("numbers texts, and counts goals that are too short or mandated", () => {
    const template = readTemplate({
      starters: [],
      mandated: ["Complete the interest inventory now"],
    });
    const builder = goalSetBuilder(template);
    builder.addStudent(ownNames(["Ana"]), [
      "Ana will read 20 books this year",
      "Graduate.",
      "I will read 20 books this year",
    ]);
    builder.addStudent(ownNames(["Will"]), ["Complete the interest inventory now"]);
    builder.addStudent(ownNames(["Will"]), ["Will will read 10 books this year"]);
    expect(builder.goalSet()).toEqual({
      firstGoals: [0, 2, 2, 3],
      strictOf: [0, 0, 1],
      skeletonOf: [0, 0, 0],
      strictTexts: 2,
      stricts: ["<who> will read 20 books this year", "<who> will read 10 books this year"],
      skeletons: ["<who> will read <num> books this year"],
      tooShort: 1,
      setOn: ["", "", ""],
      mandated: 1,
    });
  });
});
