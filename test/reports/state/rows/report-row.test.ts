import { describe, expect, it } from "vitest";
import { schoolSubject, textOf } from "../../../../functions/reports/state/rows/report-row.ts";

describe("a row about a school", () => {
  it("names no student, and of the district no school", () => {
    const nobody = { student: "", familyName: "", givenName: "" };
    expect(schoolSubject({ id: "A", name: "Elm" })).toEqual({
      ...{ school: "A", schoolName: "Elm" },
      ...nobody,
    });
    expect(schoolSubject({ id: "", name: "" })).toEqual({ school: "", schoolName: "", ...nobody });
  });
});

describe("the text of a value", () => {
  it("is the same whether or not it says why", () => {
    expect(["Y", { text: "Y", because: "it is met" }].map(textOf)).toEqual(["Y", "Y"]);
  });
});
