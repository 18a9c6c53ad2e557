import { describe, expect, it } from "vitest";
import {
  isMonth,
  isMonthBetween,
  standsBeforeDate,
} from "../../../functions/goals/words/months.ts";

describe("isMonthBetween", () => {
  it.each([
    ["", "june", "", true],
    ["", "junio", "", true],
    ["<who>", "may", "improve", false],
    ["by", "may", "", true],
    ["<who>", "may", "30", true],
    ["", "mar", "azul", false],
    ["antes", "dic", "", true],
    ["by", "will", "30", false],
  ])("%s [%s] %s: %s", (previous, word, next, isDate) => {
    expect(isMonthBetween(previous, word, next)).toBe(isDate);
  });
});

describe("isMonth and standsBeforeDate", () => {
  it("know the words of both languages", () => {
    expect(["may", "mayo", "june", "junio", "will"].map(isMonth)).toEqual([
      ...[true, true, true, true, false],
    ]);
    expect(["by", "para", "will"].map(standsBeforeDate)).toEqual([true, true, false]);
  });
});
