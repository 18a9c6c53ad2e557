import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeGoalWordings } from "../../../functions/cli/steps/goal-wordings-file.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

describe("writeGoalWordings", () => {
  const goal = { wording: "required-goal", text: 'Read "Dune", please' } as const;
  const beginning = { wording: "beginning", text: "My goal is to" } as const;

  it("writes each wording once, as a district declares it, for its owner alone", () => {
    const file = join(scratchFolder(), "goal_wordings.csv");
    writeGoalWordings(file, [goal, beginning, beginning]);
    expect(readFileSync(file, "utf8")).toBe(
      'wording,text\nrequired-goal,"Read ""Dune"", please"\nbeginning,My goal is to\n',
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("replaces no file, and names the one that it cannot write", () => {
    const file = join(scratchFolder(), "goal_wordings.csv");
    writeFileSync(file, "mine");
    for (const path of [file, join(file, "below.csv")]) {
      expect(() => writeGoalWordings(path, [beginning])).toThrow(`${path} cannot be written`);
    }
    expect(readFileSync(file, "utf8")).toBe("mine");
  });
});
