import { describe, expect, it } from "vitest";
import { beginningsText } from "../../../functions/cli/text/beginnings-text.ts";

const NONE = {
  ...{ district: "fernhill", schoolYear: "2021-22", declared: 0, out: null },
  ...{ beginnings: [], plans: 1204, authors: 11, areAuthorsJudged: true },
};
const PROPOSED = {
  ...{ ...NONE, out: "goal_wordings.csv" },
  beginnings: [{ text: "My goal is to", plans: 602, authors: 9, continuations: 588 }],
};

describe("beginningsText", () => {
  it("says what is proposed, of how many, and what to do", () => {
    expect(beginningsText(PROPOSED).split("\n")).toEqual([
      "Of 1,204 plans of 2021-22 with goals, in which 11 counselors are named:",
      "",
      "plans         counselors  ways to go on  beginning",
      "602 of 1,204  9 of 11     588            My goal is to",
      "",
      "1 beginning proposed in goal_wordings.csv. Nothing is used yet. Keep the rows that the form prints, and delete those that students only often write. Next: ilp ingest goal_wordings.csv --district fernhill",
      "",
    ]);
  });

  it("says that nothing is proposed, and by which rule", () => {
    expect(beginningsText(NONE)).toBe(
      "Nothing is proposed, and nothing is written: of 1,204 plans of 2021-22 with goals, in which 11 counselors are named, no beginning of 4 or more words is in more than 20 percent of plans and used by more than half of the counselors.\n",
    );
  });

  it("says where too few counselors are named to ask for their share", () => {
    const few = { authors: 1, areAuthorsJudged: false };
    const unjudged =
      "Fewer than 3 counselors are named, so it is not judged whether more than half of them use a beginning.\n";
    const nothing = beginningsText({ ...NONE, ...few });
    expect(nothing).toContain("in which 1 counselor is named, no beginning");
    expect(nothing).toContain(`in more than 20 percent of plans.\n${unjudged}`);
    expect(beginningsText({ ...PROPOSED, ...few })).toContain(unjudged);
  });

  it("says what is declared already", () => {
    expect(beginningsText({ ...NONE, declared: 2 })).toContain("beside what is declared");
    expect(beginningsText({ ...PROPOSED, declared: 2 })).toContain(
      "proposed in goal_wordings.csv, after the 2 wordings that the district has declared.",
    );
  });
});
