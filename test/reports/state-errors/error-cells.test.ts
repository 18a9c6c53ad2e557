import { describe, expect, it } from "vitest";
import {
  cellsByHeader,
  cellsByPosition,
  textsInWords,
} from "../../../functions/reports/state-errors/error-cells.ts";
import type { ErrorProfile } from "../../../functions/reports/state-errors/error-profile.ts";
import { ERROR_PROFILES } from "../../../functions/reports/state-errors/error-profiles.ts";

const profile: ErrorProfile = {
  ...ERROR_PROFILES[0]!,
  columns: [
    { to: "recordType", names: ["Type"], position: 1 },
    { to: "field", names: ["Field Name"] },
    { to: "ruleId", names: ["Code", "Error Code"], position: -2 },
    { to: "message", names: ["Message"], position: -1 },
  ],
  recordTypes: { X: { studentStateId: 2, schoolCode: 9 } },
};

describe("cellsByHeader", () => {
  it("finds columns by any of their names, and leaves out those that are not there", () => {
    const read = cellsByHeader(profile, ["error_code", "Other", "TYPE"]);
    expect(read([" A1 ", "sent", "X"])).toEqual({ ruleId: "A1", recordType: "X" });
  });

  it("takes the last of two columns with the name of an added one, since what was sent comes before", () => {
    const read = cellsByHeader(profile, ["Message", "Code", "Code", "Message"]);
    expect(read(["sent", "sent", "A1", "It is empty"])).toEqual({
      ...{ ruleId: "A1", message: "It is empty" },
    });
    expect(read(["sent", "sent", "A1", ""])).toEqual({ ruleId: "A1", message: "" });
  });

  it("reads a record that ends early", () => {
    expect(cellsByHeader(profile, ["Code", "Message"])(["A1"])).toEqual({
      ...{ ruleId: "A1", message: "" },
    });
  });
});

describe("cellsByPosition", () => {
  it("counts added columns from the end, whatever the length of what was sent", () => {
    for (const sent of [[], ["a"], ["a", "b", "c"]]) {
      expect(cellsByPosition(profile, ["Y", ...sent, "A1", "It is empty"])).toEqual({
        ...{ recordType: "Y", ruleId: "A1", message: "It is empty" },
      });
    }
  });

  it("takes by the type of record what was sent, as far as the record goes", () => {
    expect(cellsByPosition(profile, ["X", "9001", "A1", "It is empty"])).toEqual({
      ...{ recordType: "X", studentStateId: "9001", ruleId: "A1", message: "It is empty" },
    });
  });

  it("does not take a type that only every object has", () => {
    expect(cellsByPosition(profile, ["constructor", "A1", "m"])).toEqual({
      ...{ recordType: "constructor", ruleId: "A1", message: "m" },
    });
  });

  it("has no cell before the first", () => {
    expect(cellsByPosition(profile, ["X"])).toEqual({ recordType: "X", message: "X" });
  });
});

describe("textsInWords", () => {
  const patterns = ["^(?<field>\\w+): (?<value>.*) is not (?<expected>.*)$", "^(?<field>\\w+):"];

  it.each([
    ["Grade: 14 is not 12", { field: "Grade", value: "14", expected: "12" }],
    ["Grade: it is strange", { field: "Grade" }],
    ["It is strange", {}],
  ])("of %j has the groups of the first expression that fits", (words, texts) => {
    expect(textsInWords(patterns, words)).toEqual(texts);
  });

  it("searches the beginning of a long message alone", () => {
    const pattern = ["(?<field>Grade)"];
    expect(textsInWords(pattern, `${" ".repeat(1_995)}Grade`)).toEqual({ field: "Grade" });
    expect(textsInWords(pattern, `${" ".repeat(1_996)}Grade`)).toEqual({});
  });
});
