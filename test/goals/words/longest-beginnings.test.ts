import { describe, expect, it } from "vitest";
import {
  longestBeginnings,
  type BegunGoal,
} from "../../../functions/goals/words/longest-beginnings.ts";

/** A goal whose words are compared as they are written; "|" ends what may be a beginning. */
function begun(text: string, plan: number, author = "K-1"): BegunGoal {
  const words = text.replace("|", "").toLowerCase().split(" ");
  const before = text.split("|")[0]?.trim().split(" ").length ?? 0;
  return {
    ...{ plan, author, words, whole: words.join(" ") },
    unmasked: text.includes("|") ? before : words.length,
    begunAs: (length) => text.replace("|", "").split(" ").slice(0, length).join(" "),
    restAfter: (length) => words.slice(length).join(" "),
  };
}
const of = (texts: readonly string[], plans: number, authors: number | null = null) =>
  longestBeginnings(
    texts.map((text, plan) => begun(text, plan)),
    { plans, authors },
  );

describe("longestBeginnings", () => {
  it("says of how many plans and authors, and in how many ways goals go on", () => {
    const goals = [
      begun("My goal is to read", 1, "K-1"),
      begun("my goal is to read", 1, "K-1"),
      begun("My goal is to write", 2, "K-2"),
      begun("My goal is to draw", 3, ""),
    ];
    expect(longestBeginnings(goals, { plans: 14, authors: 3 })).toEqual([
      { text: "My goal is to", plans: 3, authors: 2, continuations: 3 },
    ]);
    expect(longestBeginnings(goals, { plans: 14, authors: 4 })).toEqual([]);
    expect(longestBeginnings(goals, { plans: 15, authors: 3 })).toEqual([]);
  });

  it("ends before a mask", () => {
    expect(of(["My goal is to| read", "My goal is to| read", "My goal is to| run"], 11)).toEqual(
      [],
    );
    const texts = [
      "We plan to be on| 9 days",
      "We plan to be on| 8 days",
      "We plan to be on| 7 days",
    ];
    expect(of(texts, 11).map(({ text }) => text)).toEqual(["We plan to be on"]);
  });

  it("is the shorter one if that is frequent without the longer too", () => {
    const longer = ["a", "b", "c"].map((end) => `My goal is to read more ${end}`);
    const shorter = ["d", "e", "f"].map((end) => `My goal is to ${end}`);
    const texts = (all: readonly string[]) => of(all, 14).map(({ text }) => text);
    expect(texts([...longer, ...shorter])).toEqual(["My goal is to"]);
    expect(texts([...longer, ...shorter.slice(1)])).toEqual(["My goal is to read more"]);
  });

  it("is nothing of no goals", () => {
    expect(of([], 0)).toEqual([]);
    expect(of(["", "My", "My goal"], 3)).toEqual([]);
  });
});
