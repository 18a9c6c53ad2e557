import { describe, expect, it } from "vitest";
import { wordsIn } from "../../../functions/goals/words/plain-word.ts";
import {
  declaredTemplate,
  isMandated,
  readTemplate,
  type Template,
  withoutStarters,
} from "../../../functions/goals/words/template.ts";

const rest = (text: string, template: Template): string =>
  withoutStarters(wordsIn(text), template)
    .map(({ plain }) => plain)
    .join(" ");

describe("withoutStarters", () => {
  const template = readTemplate({
    starters: ["My goal", "My goal for this year is to", "____", "Mi meta es"],
    mandated: [],
  });

  it.each([
    ["My goal for this year is to read", "read"],
    ["My goal: read", "read"],
    ["My goal. My goal for this year is to read", "read"],
    ["Mi meta es leer", "leer"],
    ["Read my goal", "read my goal"],
    ["My goal", ""],
    ["My", "my"],
  ])("of %j leaves %j", (text, left) => {
    expect(rest(text, template)).toBe(left);
  });

  it("lets what is left start a sentence", () => {
    expect(withoutStarters(wordsIn("My goal will read"), template)).toEqual([
      { text: "will", plain: "will", startsSentence: true },
      { text: "read", plain: "read", startsSentence: false },
    ]);
  });

  it("leaves out a starter without words, which every text begins with", () => {
    expect(template.starters).toHaveLength(3);
  });
});

describe("isMandated", () => {
  const template = readTemplate({
    starters: ["My goal is to"],
    mandated: ["Complete the career interest inventory by June 1.", "My goal is to"],
  });
  const skeletonWords = (text: string) => text.split(" ");

  it.each([
    ["complete the career interest inventory by <date>", true],
    ["<who> will complete the career interest inventory by <date>", true],
    ["complete the career interest inventory", false],
    ["<who> will", false],
  ])("%j: %s", (text, isAsked) => {
    expect(isMandated(skeletonWords(text), template)).toBe(isAsked);
  });
});

describe("declaredTemplate", () => {
  it("is what a district declares, by kind", () => {
    const wordings = [
      { wording: "required-goal", text: "Complete the inventory" },
      { wording: "beginning", text: "My goal is" },
    ] as const;
    expect(declaredTemplate(wordings)).toEqual({
      starters: ["My goal is"],
      mandated: ["Complete the inventory"],
    });
  });
});
