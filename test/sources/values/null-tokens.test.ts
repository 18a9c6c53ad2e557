import { describe, expect, it } from "vitest";
import { meansNothing } from "../../../functions/sources/values/null-tokens.ts";

const DAY = { is: "day", sort: "happened" } as const;
const TEXT = { is: "text" } as const;

describe("a word for nothing", () => {
  it.each([
    ["NA", true, false],
    ["not set", true, false],
    ["N/D", true, false],
    ["Blank", true, false],
    ["~", true, true],
    ["''", true, true],
    ["(null)", true, true],
    ["unknown", false, false],
    ["2022-03-01", false, false],
  ])("%j is none in a column of days: %s; in a text: %s", (word, inDays, inText) => {
    expect(meansNothing(word, DAY, null)).toBe(inDays);
    expect(meansNothing(word, TEXT, null)).toBe(inText);
  });

  it("is a value where the column lists it", () => {
    expect(meansNothing("NA", DAY, new Map([["na", "Namibia"]]))).toBe(false);
  });
});
