import { describe, expect, it } from "vitest";
import { ERROR_PROFILES } from "../../../functions/reports/state-errors/error-profiles.ts";
import { joinErrors } from "../../../functions/reports/state-errors/join-errors.ts";
import type { ErrorScope } from "../../../functions/reports/state-errors/state-error.ts";
import { districtStudent, stateError } from "../../support/state-error-rows.ts";

const [calpads] = ERROR_PROFILES;
const ADA = districtStudent("0001", { stateIds: ["9001"] });
const ADA_BEFORE = districtStudent("0001", { stateIds: ["9001"], school: "S2" });
const BO = districtStudent("0002", { stateIds: ["9002", "9012"], school: "S2" });
const CY = districtStudent("0003", { stateIds: [] });
const DI = districtStudent("0004", { stateIds: ["9045"] });
const EM = districtStudent("0005", { stateIds: ["9045"] });
const FI = { ...districtStudent("0006"), localIds: ["L-6"] };
const GO = { ...districtStudent("0007"), localIds: ["L-6"] };
const HA = { ...districtStudent("0008", { school: "S2" }), localIds: ["L-6"] };
const ROSTER = [ADA, BO, CY, DI, EM, ADA_BEFORE, FI, GO, HA];

const matchOf = (studentStateId: string, studentLocalId: string, schoolCode = "") => {
  const error = stateError({ studentStateId, studentLocalId, schoolCode });
  return joinErrors([error], ROSTER, calpads!)[0]!.match;
};
const unmatched = (because: string) => ({ kind: "unmatched", because });

describe("joinErrors", () => {
  it.each([
    ["9001", "", "", ADA],
    ["9001", "", "S2", ADA_BEFORE],
    ["9001", "", "S9", ADA],
    ["9001", "0001", "S1", ADA],
    ["9012", "", "", BO],
    ["9001", "0099", "", ADA],
    ["9045", "0004", "", DI],
    ["9045", "0005", "", EM],
  ])("finds by the state id %s (local id %j, school %j)", (state, local, school, student) => {
    expect(matchOf(state, local, school)).toEqual({ kind: "state-id", student });
  });

  it.each([
    ["", "0003", "S1", CY],
    ["", "0003", "state-S1", CY],
    ["", "0003", "", CY],
    ["9099", "0003", "S1", CY],
    ["", "0001", "S2", ADA_BEFORE],
    ["", "L-6", "S2", HA],
  ])("finds by the local id: %j, %s at %j", (state, local, school, student) => {
    expect(matchOf(state, local, school)).toEqual({ kind: "local-id", student });
  });

  it.each([
    ["", "", "S1", "no-identifier"],
    ["9099", "", "", "unknown-student"],
    ["9099", "0099", "S1", "unknown-student"],
    ["9045", "", "", "ambiguous-student"],
    ["9045", "0099", "", "ambiguous-student"],
    ["", "L-6", "", "ambiguous-student"],
    ["", "L-6", "S1", "ambiguous-student"],
    ["", "0006", "S1", "unknown-student"],
    ["9001", "0002", "", "ids-contradict"],
    ["9045", "0001", "", "ids-contradict"],
    ["", "0003", "S2", "other-school"],
  ])("matches nobody for %j, %j at %j: %s", (state, local, school, because) => {
    expect(matchOf(state, local, school)).toEqual(unmatched(because));
  });

  it.each<[ErrorScope, object]>([
    ["record", unmatched("no-identifier")],
    ["file", { kind: "whole-file" }],
    ["crossFile", { kind: "whole-file" }],
    ["swing", { kind: "whole-file" }],
  ])("of scope %s without an identifier", (scope, match) => {
    expect(joinErrors([stateError({ scope })], ROSTER, calpads!)[0]!.match).toEqual(match);
  });

  it("drops no error, keeps their order, and says which check of ours would have found each", () => {
    const errors = [
      stateError({ ruleId: "FRMT0001", studentStateId: "9001" }),
      stateError({ ruleId: "GERR0001", studentStateId: "9099" }),
      stateError({ ruleId: "FRMT0001", studentStateId: "9001" }),
      stateError({ ruleId: "CERT006", scope: "swing" }),
    ];
    const joined = joinErrors(errors, ROSTER, calpads!);
    expect(joined.map(({ error }) => error)).toEqual(errors);
    expect(joined.map(({ check, owner }) => [check, owner])).toEqual([
      ["form", "registrar"],
      [null, "registrar"],
      ["form", "registrar"],
      ["swing", "state-reporter"],
    ]);
  });
});
