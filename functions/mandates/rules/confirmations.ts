import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import type { Requirement } from "./requirement.ts";

/** That somebody in the district has read the text of a requirement: who, what, and when. */
export interface Confirmation {
  readonly requirement: string;
  readonly by: string;
  readonly source: string;
  readonly on: Day;
}

/**
 * The mandate with the district's confirmations. A confirmed requirement, with all of its lines
 * that nobody of this project has confirmed, gets the status confirmed and says by whom. Others are
 * unchanged.
 */
export function withConfirmations(
  mandate: MandateProfile,
  confirmations: readonly Confirmation[],
): MandateProfile {
  const byRequirement = new Map(
    confirmations.map((confirmation) => [confirmation.requirement, confirmation]),
  );
  return {
    ...mandate,
    requirements: mandate.requirements.map((requirement) => {
      const confirmation = byRequirement.get(requirement.id);
      if (confirmation === undefined || !isUnconfirmed(requirement)) return requirement;
      const { by, source, on } = confirmation;
      return { ...allConfirmed(requirement), confirmedBy: { by, source, on } };
    }),
  };
}

/** Whether a requirement or one of its lines was recalled, or looked for and not found, and nobody has confirmed it. */
export const isUnconfirmed = (requirement: Requirement): boolean =>
  JSON.stringify(allConfirmed(requirement)) !== JSON.stringify(requirement);

/**
 * What a requirement asks, as text that changes with any change of it, but not with its status,
 * name or citation.
 */
export const ruleText = (requirement: Requirement): string =>
  JSON.stringify(requirement, (key, value: unknown) => (NOT_THE_RULE.has(key) ? undefined : value));

const NOT_THE_RULE = new Set(["name", "citation", "status", "read", "confirmedBy"]);

/** A copy in which each unconfirmed status is "confirmed", wherever it is. */
function allConfirmed<T>(part: T): T {
  if (typeof part !== "object" || part === null) return part;
  // The copy has the same shape as the original.
  if (Array.isArray(part)) return part.map((item: unknown) => allConfirmed(item)) as T;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      name === "status" && UNCONFIRMED.has(value) ? "confirmed" : allConfirmed<unknown>(value),
    ]),
  ) as T;
}

/** Statuses of a fact that nobody has confirmed. */
const UNCONFIRMED: ReadonlySet<unknown> = new Set(["recalled", "not-found"]);
