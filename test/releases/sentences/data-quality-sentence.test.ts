import { describe, expect, it } from "vitest";
import { dataQualitySentence } from "../../../functions/releases/sentences/data-quality-sentence.ts";
import type { ReadingNotes } from "../../../functions/releases/manifest/manifest.ts";

const NOTHING_OPEN = { absencesOutside: null, hasUndatedEnrollments: false };
const say = (outcomes: readonly string[], rejects: number, reading: ReadingNotes = NOTHING_OPEN) =>
  dataQualitySentence(
    {
      files: outcomes.map((outcome) => ({ outcome })),
      rejects: Array.from({ length: rejects }, () => ({})),
    },
    reading,
  );

describe("the sentence on data quality", () => {
  it("says that every record could be used", () => {
    expect(say(["used", "ignored"], 0)).toBe("Every record of the files in use could be used.");
  });

  it.each([
    [1, "Some records or values could not be used, for 1 different reason or column."],
    [3, "Some records or values could not be used, for 3 different reasons or columns."],
  ])("counts the reasons, %d, and no records", (rejects, sentence) => {
    expect(say(["used"], rejects)).toBe(sentence);
  });

  it.each(["not-recognized", "unreadable", "stopped"])("tells of a file that is %s", (outcome) => {
    expect(say(["used", outcome], 0)).toBe(
      "Every record of the files in use could be used. A file was left out as a whole.",
    );
  });

  it.each([
    [1, "No record shows what 1 requirement asks for: "],
    [2, "No record shows what 2 requirements ask for: "],
  ])("counts the requirements, %d, for which nothing is collected", (requirements, sentence) => {
    const lines = Array.from({ length: 2 * requirements }, (_, index) => ({
      requirement: `r${index % requirements}`,
      ...{ requirementName: "R", what: "resume", file: "f.csv", column: `c${index}` },
    }));
    const said = say(["used"], 0, { ...NOTHING_OPEN, notCollected: lines });
    expect(said).toContain(`used. ${sentence}`);
    expect(say(["used"], 0, { ...NOTHING_OPEN, notCollected: [] })).not.toContain("No record");
  });

  it("tells of absences that no measure counts, and of enrollments without a first day", () => {
    const sentence = say(["used"], 0, {
      absencesOutside: "under 100",
      hasUndatedEnrollments: true,
    });
    expect(sentence).toContain(" Under 100 absences are on days when the student was not ");
    expect(sentence).toMatch(
      / Some enrollments have no start date in any file: their students count as enrolled all year\.$/,
    );
  });
});
