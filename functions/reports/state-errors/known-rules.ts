import type { FixOwner } from "../state/rows/report-row.ts";
import type { ErrorProfile, ErrorRule, OurCheck } from "./error-profile.ts";
import type { ErrorScope } from "./state-error.ts";

/** What is known of a state's rule. */
export interface KnownRule {
  /** Which of our checks would have found the error; null where none would. */
  readonly check: OurCheck | null;
  readonly scope: ErrorScope;
  readonly owner: FixOwner;
}

/** Finds what a profile knows of a rule by its id and the error's message. */
export function knownRules({
  rules,
}: ErrorProfile): (ruleId: string, message: string) => KnownRule {
  const compiled = rules.map((rule) => ({
    rule,
    ruleId: rule.ruleId === undefined ? null : new RegExp(`^(?:${rule.ruleId})$`, "i"),
    message: rule.message === undefined ? null : new RegExp(rule.message, "i"),
  }));
  return (ruleId, message) => {
    const fitting = compiled.find(
      (candidate) =>
        (candidate.ruleId?.test(ruleId) ?? true) && (candidate.message?.test(message) ?? true),
    );
    return withDefaults(fitting?.rule ?? { check: null });
  };
}

function withDefaults({ check, scope = "record", owner }: ErrorRule): KnownRule {
  return { check, scope, owner: owner ?? (scope === "record" ? "registrar" : "state-reporter") };
}
