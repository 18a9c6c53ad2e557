import { describe, expect, it } from "vitest";
import { askGaps } from "../../../functions/cli/steps/ask-gap.ts";
import type { ProfileGap } from "../../../functions/sources/profiles/profile-gaps.ts";

const GAP: ProfileGap = {
  path: 'files[0].reads[0].columns[1].values["3"]',
  at: ["files", 0, "reads", 0, "columns", 1, "values", "3"],
  question: 'Column REC_STATE of reviews.csv holds 4 codes for review.state. What does "3" mean?',
  allowed: ["scheduled", "held", "missed"],
  remedy: "",
};

/** Asks about the gap with these lines as a person's answers; what was asked comes with what was understood. */
async function answered(gap: ProfileGap, ...lines: readonly (string | null)[]) {
  const asked: string[] = [];
  const left = [...lines];
  const ask = askGaps(async (question) => {
    asked.push(question);
    return left.shift() ?? null;
  });
  return { answer: await ask(gap, 1, 2), asked, next: await ask(gap, 2, 2) };
}

describe("askGaps", () => {
  it.each([
    ["its number", "2", "held"],
    ["its word", "Missed", "missed"],
    ["nothing, which leaves it open", "", ""],
  ])("takes %s", async (_what, line, answer) => {
    expect((await answered(GAP, line)).answer).toBe(answer);
  });

  it("asks once more after an answer that may not stand there", async () => {
    const { answer, asked } = await answered(GAP, "4", "kept", "1");
    expect(answer).toBe("scheduled");
    expect(asked.slice(0, 3).every((question) => question === asked[0])).toBe(true);
  });

  it("shows what is asked, what may be answered, and how many questions there are", async () => {
    const { asked } = await answered(GAP, "1");
    expect(asked[0]).toBe(
      '\n[1 of 2] Column REC_STATE of reviews.csv holds 4 codes for review.state. What does "3" mean?\n  1 scheduled\n  2 held\n  3 missed\nnumber or word (Enter leaves it open): ',
    );
  });

  it("leaves the rest open where nobody answers any more, and asks no more", async () => {
    const { answer, asked, next } = await answered(GAP, null, "1");
    expect([answer, next, asked.length]).toEqual(["", "", 1]);
  });

  it("takes a number for a grade, and not for its place in the list", async () => {
    const gap = { ...GAP, allowed: ["KG", "01", "09", "10"] };
    const { answer, asked } = await answered(gap, "2", "9");
    expect(answer).toBe("09");
    expect(asked[0]).toContain("\n  KG, 01, 09, 10\nword (Enter");
  });

  it("takes any words where there is no list", async () => {
    const gap = { ...GAP, allowed: null };
    expect((await answered(gap, " 390 ")).answer).toBe("390");
  });
});
