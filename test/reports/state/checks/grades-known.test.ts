import { describe, expect, it } from "vitest";
import { gradesKnown } from "../../../../functions/reports/state/checks/grades-known.ts";
import {
  CITED,
  contextWith,
  COUNTING,
  definitionWith,
  inHandWith,
  SAYING,
  subject,
} from "../../../support/report-in-hand.ts";

const ofGrade5 = contextWith({
  definition: definitionWith({
    population: { ...CITED, words: "", rows: "students", grades: ["05"] },
  }),
});

describe("the grades of students", () => {
  it("fail a file of students where one has none, and the student is to be fixed", () => {
    const result = gradesKnown.run(inHandWith({ withoutGrade: [subject("9")] }));
    expect(result).toMatchObject({ outcome: "failed", failing: 1 });
    expect(result.because).toContain("1 student enrolled on the count day has no grade level");
    expect(result.besides).toMatchObject([
      { about: subject("9"), owner: "registrar", column: "grade level", check: "grades" },
    ]);
  });
  it("pass where all have one", () => {
    expect(gradesKnown.run(inHandWith({ kind: SAYING })).outcome).toBe("passed");
  });
  it.each([
    ["does not depend on grades", contextWith(), "not-made"],
    ["is of some grades", ofGrade5, "failed"],
  ])("of counts matter by whether the file %s", (_what, context, outcome) => {
    const report = inHandWith({ kind: COUNTING, context, withoutGrade: [subject("9")] });
    expect(gradesKnown.run(report).outcome).toBe(outcome);
  });
});
