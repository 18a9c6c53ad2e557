import { describe, expect, it } from "vitest";
import type { JoinedError } from "../../../functions/reports/state-errors/join-errors.ts";
import { whatToDo } from "../../../functions/reports/state-errors/what-to-do.ts";
import { districtStudent, stateError } from "../../support/state-error-rows.ts";

const item = (over: Partial<JoinedError>, error = stateError()): JoinedError => ({
  ...{ error, match: { kind: "state-id", student: districtStudent("0001") } },
  ...{ check: null, owner: "registrar" },
  ...over,
});

describe("whatToDo", () => {
  it("says first what the state says", () => {
    const error = stateError({ resolution: "Ask the school." });
    expect(whatToDo(item({ check: "form" }, error))).toBe("Ask the school.");
  });

  it.each([
    ["record", "required", /^Fill in the field/],
    ["record", null, /^Compare the field with what the state's message asks/],
    ["file", null, /^Compare the files that were sent/],
    ["swing", "swing", /^Find the records that are missing or too many/],
  ] as const)("for scope %s and the check %s", (scope, check, words) => {
    expect(whatToDo(item({ check }, stateError({ scope })))).toMatch(words);
  });

  it("says of an error without a student how to find one, and then what to do", () => {
    const because = "ids-contradict";
    const words = whatToDo(item({ match: { kind: "unmatched", because }, check: "codes" }));
    expect(words).toMatch(/^Find out which of the two students is meant.* Choose a value/);
  });

  it("holds no value of the error", () => {
    const error = stateError({
      value: "14",
      field: "Grade",
      studentStateId: "9001",
      message: "14",
    });
    expect(whatToDo(item({}, error))).not.toMatch(/14|9001|Grade/);
  });
});
