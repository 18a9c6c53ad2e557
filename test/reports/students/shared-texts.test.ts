import { describe, expect, it } from "vitest";
import { wordsIn } from "../../../functions/goals/words/plain-word.ts";
import {
  sharedTextsOfRow,
  sharedTextsText,
} from "../../../functions/reports/students/shared-texts.ts";

describe("shared texts in the table of students", () => {
  it.each([[[]], [["a b"]], [["a b", "c <num>"]]])("are read as they were written: %j", (texts) => {
    expect(sharedTextsOfRow({ sharedTexts: sharedTextsText(texts) })).toEqual(texts);
  });

  it("are none in an edition that does not have them", () => {
    expect(sharedTextsOfRow({ sharedTexts: null })).toEqual([]);
  });

  it("have no semicolon of their own", () => {
    const words = wordsIn("Read; 3;4 books; 50%; it's; 1/2;").map(({ plain }) => plain);
    expect(words.join(" ")).not.toContain(";");
  });
});
