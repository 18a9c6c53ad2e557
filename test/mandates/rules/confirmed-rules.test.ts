import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { RuleConfirmation } from "../../../functions/domain/plans/rule-confirmation.ts";
import { withConfirmations } from "../../../functions/mandates/rules/confirmations.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import {
  confirmationsInForce,
  confirmationStates,
  ruleHash,
} from "../../../functions/mandates/rules/confirmed-rules.ts";
import { definitionVersion } from "../../../functions/metrics/cube/definition-version.ts";

const kentucky = mandateById("KY");
const review = kentucky.requirements.find(({ id }) => id === "annual-review")!;
const mandate = { ...kentucky, requirements: [{ ...review, status: "recalled" as const }] };
const statement = (recordedAt: string, more: Partial<RuleConfirmation> = {}): RuleConfirmation => ({
  mandate: "KY",
  requirement: "annual-review",
  isWithdrawn: false,
  by: "A. Reader, counsel",
  source: "704 KAR 3:305, 2024 edition",
  on: day("2026-02-03"),
  rule: ruleHash(review),
  recordedAt,
  ...more,
});

describe("what a district has confirmed", () => {
  it("is what it recorded last about a rule of this mandate, while the rule says what it said", () => {
    const first = statement("2026-02-03T10:00:00.000Z");
    const taken = statement("2026-02-04T10:00:00.000Z", { isWithdrawn: true });
    const again = statement("2026-02-05T10:00:00.000Z");
    const states = (...all: RuleConfirmation[]) =>
      confirmationStates(mandate, all).map(({ state }) => state);
    expect(states(first)).toEqual(["in-force"]);
    expect(states(first, taken)).toEqual(["replaced", "withdrawn"]);
    expect(states(first, taken, again)).toEqual(["replaced", "replaced", "in-force"]);
    expect(states({ ...first, rule: "0123456789abcdef" })).toEqual(["rule-changed"]);
    // Another mandate has a requirement of the same id.
    expect(states({ ...first, mandate: "OH" })).toEqual([]);
    expect(confirmationsInForce(mandate, [first, taken])).toEqual([]);
    expect(confirmationsInForce(mandate, [first, taken, again])).toEqual([again]);
  });

  it("changes the version of definitions by the rule's status, and not by who has read it", () => {
    const version = (...all: RuleConfirmation[]) =>
      definitionVersion(withConfirmations(mandate, confirmationsInForce(mandate, all)));
    const first = statement("2026-02-03T10:00:00.000Z");
    const other = { ...first, by: "B. Reader", source: "the same", on: day("2026-02-06") };
    const taken = statement("2026-02-04T10:00:00.000Z", { isWithdrawn: true });
    expect(version(first)).not.toBe(version());
    expect(version(other)).toBe(version(first));
    expect(version(first, taken)).toBe(version());
  });
});
