import { describe, expect, it } from "vitest";
import { listedValue } from "../../../functions/sources/values/field-values.ts";

describe("listed value", () => {
  const VALUES = ["excused", "unexcused"] as const;

  it.each([
    ["excused", "excused"],
    ["EXCUSED", "excused"],
    ["uri://ed-fi.org/AbsenceDescriptor#Unexcused", "unexcused"],
    ["late", null],
    ["", null],
  ])("of %s is %s where the profile translates nothing", (text, value) => {
    expect(listedValue(text, VALUES, null)).toBe(value);
  });

  it.each([
    ["E", "excused"],
    ["state#e", "excused"],
    ["State#U", "unexcused"],
    // A translation holds even where the text is a value itself.
    ["Excused", "unexcused"],
    ["X", null],
  ])("of %s is %s by the profile's words", (text, value) => {
    const translations = new Map([
      ["e", "excused"],
      ["state#u", "unexcused"],
      ["excused", "Unexcused"],
      ["x", "not listed"],
    ]);
    expect(listedValue(text, VALUES, translations)).toBe(value);
  });
});
