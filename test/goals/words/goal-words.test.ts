import { describe, expect, it } from "vitest";
import { goalWords, wordsBeforeName } from "../../../functions/goals/words/goal-words.ts";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import { wordsIn } from "../../../functions/goals/words/plain-word.ts";

const read = (text: string, ...names: string[]): string =>
  goalWords(wordsIn(text), ownNames(names)).join(" ");

describe("goalWords", () => {
  it.each([
    ["Maria will improve her attendance.", "<who> will improve <who> attendance"],
    ["MARIA'S attendance — and the student's grades", "<who> attendance and <who> grades"],
    ["maria’s plan; Lopez's plan", "<who> plan <who> plan"],
    ["Maria Lopez will read", "<who> will read"],
    ["I'll read, I've read, he's reading", "<who> will read <who> have read <who> is reading"],
    ["The student will read.", "<who> will read"],
    ["Students don't read", "students dont read"],
    ["Marianne will read", "marianne will read"],
  ])("masks the student in %j", (text, words) => {
    expect(read(text, "Maria", "Lopez")).toBe(words);
  });

  it("keeps numbers, dates and percents, which a stricter comparison needs", () => {
    expect(read("Raise it to 95 % by 6/1/2025, the 9th")).toBe(
      "raise it to 95% by 6/1/2025 the 9th",
    );
  });

  it.each([
    ["El estudiante mejorará su asistencia", "mejorará <who> asistencia"],
    ["Mejoraré mi asistencia", "mejorará <who> asistencia"],
    ["Yo mejoraré mi asistencia", "mejorará <who> asistencia"],
    ["Él quiere ir al colegio", "<who> quiere ir al colegio"],
    ["José subirá su nota de matemáticas", "subirá <who> nota de matematicas"],
  ])("reads Spanish: %j", (text, words) => {
    expect(read(text, "José")).toBe(words);
  });

  it("reads letters that are composed and decomposed as the same", () => {
    expect(read("Jose\u0301 lee", "Jos\u00e9")).toBe("<who> lee");
  });

  it("reads nothing as no words", () => {
    expect(read(" … ____ ")).toBe("");
  });
});

describe("wordsBeforeName", () => {
  it.each([
    ["Help the brother of Maria read", 4],
    ["It is Maria's plan", 2],
    ["Maria will read", 0],
    ["I will read with Will", 4],
    ["I'll read what I can", 5],
    ["", 0],
  ])("in %j are %i", (text, count) => {
    expect(wordsBeforeName(wordsIn(text), ownNames(["Maria", "Will"]))).toBe(count);
  });
});
