import type { RuleConfirmation } from "../../domain/plans/rule-confirmation.ts";
import { ruleText } from "./confirmations.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import type { Requirement } from "./requirement.ts";
import { contentHash } from "../../hashing/content-hash.ts";

/** A short hash of what a rule asks, which changes with any change of it. */
export const ruleHash = (requirement: Requirement): string =>
  contentHash(ruleText(requirement)).slice(0, 16);

/** The state of a statement about a rule today. */
export type ConfirmationState = "in-force" | "replaced" | "withdrawn" | "rule-changed";

/**
 * Every statement that a district has recorded about the rules of a mandate, in the order of
 * recording, each with its state: the last of several about one rule is in force, and one about a
 * rule that has changed since confirms nothing.
 */
export function confirmationStates(
  { id: mandate, requirements }: Pick<MandateProfile, "id" | "requirements">,
  recorded: readonly RuleConfirmation[],
): readonly { readonly confirmation: RuleConfirmation; readonly state: ConfirmationState }[] {
  const own = recorded.filter((confirmation) => confirmation.mandate === mandate);
  const last = new Map(own.map((confirmation) => [confirmation.requirement, confirmation]));
  const hashes = new Map(
    requirements.map((requirement) => [requirement.id, ruleHash(requirement)]),
  );
  return own.map((confirmation) => {
    const { requirement, isWithdrawn, rule } = confirmation;
    const state =
      last.get(requirement) !== confirmation
        ? "replaced"
        : isWithdrawn
          ? "withdrawn"
          : hashes.get(requirement) === rule
            ? "in-force"
            : "rule-changed";
    return { confirmation, state };
  });
}

/** The confirmations in force today. */
export const confirmationsInForce = (
  mandate: Pick<MandateProfile, "id" | "requirements">,
  recorded: readonly RuleConfirmation[],
): readonly RuleConfirmation[] =>
  confirmationStates(mandate, recorded)
    .filter(({ state }) => state === "in-force")
    .map(({ confirmation }) => confirmation);
