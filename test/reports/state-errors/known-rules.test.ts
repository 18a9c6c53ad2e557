import { describe, expect, it } from "vitest";
import { ERROR_PROFILES } from "../../../functions/reports/state-errors/error-profiles.ts";
import { knownRules } from "../../../functions/reports/state-errors/known-rules.ts";

const [calpads] = ERROR_PROFILES;
const ruleOf = knownRules({
  ...calpads!,
  rules: [
    { ruleId: "A1", message: "empty", check: "required", owner: "counselor" },
    { ruleId: "A\\d", check: "form" },
    { message: "total", check: "swing", scope: "swing" },
  ],
});

describe("knownRules", () => {
  it.each([
    ["A1", "The field is EMPTY", { check: "required", scope: "record", owner: "counselor" }],
    ["A1", "The day is none", { check: "form", scope: "record", owner: "registrar" }],
    ["A12", "The day is none", { check: null, scope: "record", owner: "registrar" }],
    ["BA1", "The day is none", { check: null, scope: "record", owner: "registrar" }],
    ["B1", "The total is too high", { check: "swing", scope: "swing", owner: "state-reporter" }],
  ])("of rule %s and the message %j takes the first that fits whole", (ruleId, message, rule) => {
    expect(ruleOf(ruleId, message)).toEqual(rule);
  });

  it.each([
    ["CERT005", "crossFile"],
    ["CERT006", "swing"],
    ["CERT009", "swing"],
    ["CERT010", "crossFile"],
    ["CERT013", "swing"],
    ["CERT018", "swing"],
    ["CERT019", "crossFile"],
    ["CERT020", "swing"],
    ["CERT023", "swing"],
    ["CERT024", "crossFile"],
  ])("takes %s of CALPADS for a matter of scope %s", (ruleId, scope) => {
    expect(knownRules(calpads!)(ruleId, "")).toMatchObject({ scope });
  });
});
