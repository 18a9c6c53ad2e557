import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import { readGoal } from "../../../functions/goals/words/read-goal.ts";
import { readTemplate } from "../../../functions/goals/words/template.ts";

const NO_TEMPLATE = readTemplate({ starters: [], mandated: [] });
const read = (text: string, ...names: string[]) => readGoal(text, ownNames(names), NO_TEMPLATE);
const skeletonHash = (text: string, ...names: string[]): string => {
  const goal = read(text, ...names);
  const skeleton = goal.kind === "eligible" ? goal.skeleton : goal.kind;
  return createHash("sha256").update(skeleton).digest("hex").slice(0, 16);
};

describe("readGoal", () => {
  it("reads two attendance goals of two students as the same but for numbers (oracle)", () => {
    const maria = read("Maria will improve her attendance to 95% by June 1, 2025.", "Maria");
    const jamal = read("Jamal will improve his attendance to 92% by May 30, 2025.", "Jamal");
    const skeleton = "<who> will improve <who> attendance to <pct> by <date>";
    expect([maria, jamal]).toEqual([
      {
        kind: "eligible",
        strict: "<who> will improve <who> attendance to 95% by june 1 2025",
        skeleton,
      },
      {
        kind: "eligible",
        strict: "<who> will improve <who> attendance to 92% by may 30 2025",
        skeleton,
      },
    ]);
    expect(skeletonHash("Maria will improve her attendance to 95% by June 1, 2025.", "Maria")).toBe(
      "bb1df68f55e34207",
    );
  });

  it.each(["I will graduate from high school", "Student will graduate from High School!"])(
    "reads %j as the oracle does",
    (text) => {
      expect(skeletonHash(text)).toBe("458f86727489cb46");
    },
  );

  it.each([
    ["Graduate.", "too-short"],
    ["", "too-short"],
    ["I will read books", "too-short"],
    ["I will read more books", "eligible"],
    ["I will read more books daily", "eligible"],
    ["I will read 20%", "too-short"],
    ["Leeré más libros aquí", "too-short"],
    ["Leeré más libros en casa", "eligible"],
  ])("needs five words: %j is %s", (text, kind) => {
    expect(read(text).kind).toBe(kind);
  });

  it("counts the words after the form's own", () => {
    const template = readTemplate({ starters: ["My goal is to"], mandated: [] });
    const own = ownNames([]);
    expect(readGoal("My goal is to read more books", own, template).kind).toBe("too-short");
    expect(readGoal("My goal is to read more books each week", own, template).kind).toBe(
      "eligible",
    );
  });
});
