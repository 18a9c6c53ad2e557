import { describe, expect, it } from "vitest";
import type { CanonicalTable } from "../../../../functions/sources/profiles/profile.ts";
import { FILE_KINDS } from "../../../../functions/sources/profiles/profiles.ts";
import { gradeOf } from "../../../../functions/sources/propose/words/grade-words.ts";
import { localValues } from "../../../../functions/sources/propose/local-values.ts";
import { translator } from "../../../../functions/sources/propose/words/value-words.ts";
import { isYesNo } from "../../../../functions/sources/propose/words/yes-no-words.ts";

const translate = translator(FILE_KINDS);

describe("translator", () => {
  const cases: readonly (readonly [CanonicalTable, string, string, string | null])[] = [
    ["plan", "status", "Active", "active"],
    ["plan", "status", "In Progress", "active"],
    ["goal", "status", "In Progress", "in-progress"],
    ["goal", "status", "2 - Completed", "met"],
    ["goal", "status", "Completed (2)", "met"],
    ["goal", "status", "No logrado", "not-met"],
    ["goal", "domain", "Career", "career"],
    ["goal", "domain", "College and Career", "career"],
    ["review", "state", "Held", "held"],
    ["review", "state", "No show", "missed"],
    ["review", "participants", "Parent", "family"],
    ["attendance", "kind", "Tardy", "present"],
    ["person", "grade", "9°", "09"],
    ["review", "state", "TX", null],
    ["attendance", "kind", "T", null],
    ["goal", "status", "3", null],
    ["goal", "description", "Active", null],
  ];
  it.each(cases)("reads %s.%s %s as %s", (table, field, local, ours) => {
    expect(translate(table, field, local)).toBe(ours);
  });
});

const code = (text: string, records = 9) => ({ text, records });

describe("localValues", () => {
  it("lists what is not read as it stands, and a gap where nobody knows", () => {
    const codes = [code("Met"), code("Let go"), code("Blue")];
    expect(localValues("goal", "status", codes, translate)).toEqual({
      values: { Blue: "?", "Let go": "discontinued" },
      rare: 0,
    });
  });

  it.each([
    ["two records", 2, { values: { Blue: "?" }, rare: 0 }],
    ["one record", 1, { values: {}, rare: 1 }],
  ])("shows a code of %s, as it should", (_what, records, expected) => {
    expect(localValues("goal", "status", [code("Blue", records)], translate)).toEqual(expected);
  });

  it("reads the letters of races only where they are those of all systems", () => {
    const letters = (...all: readonly string[]) =>
      localValues(
        "person",
        "raceEthnicity",
        all.map((text) => code(text)),
        translate,
      ).values;
    expect(letters("W", "H")).toEqual({ H: "hispanic", W: "white" });
    expect(letters("W", "H", "S")).toEqual({ H: "?", S: "?", W: "?" });
  });

  it("cuts lists, and writes yes and no in ours", () => {
    const participants = localValues("review", "participants", [code("Mom; Coach")], translate);
    expect(participants.values).toEqual({ Coach: "counselor", Mom: "family" });
    const primary = localValues("enrollment", "isPrimary", [code("Sí"), code("N")], translate);
    expect(primary.values).toEqual({ Sí: "yes" });
  });
});

describe("gradeOf", () => {
  it.each([
    ["9", "09"],
    ["Grade 10", "10"],
    ["11th", "11"],
    ["Noveno", "09"],
    ["K", "KG"],
    ["14", null],
    ["2022", null],
    ["A", null],
  ])("reads %s as %s", (text, grade) => {
    expect(gradeOf(text)).toBe(grade);
  });
});

describe("isYesNo", () => {
  it.each([
    [["y", "n"], true],
    [["x"], true],
    [["sí", "no"], true],
    [["f", "m"], false],
    [["f"], false],
    [["1", "2"], false],
    [[], false],
  ])("of %s is %s", (values, expected) => {
    expect(isYesNo(values)).toBe(expected);
  });
});
