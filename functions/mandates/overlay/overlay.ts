import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { Requirement } from "../rules/requirement.ts";
import { looserParts } from "./looser-parts.ts";

/**
 * What a district asks beyond its state: a requirement with a state's id replaces the state's; any
 * other is added.
 */
export interface MandateOverlay {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly Requirement[];
  readonly entrantGraceDays?: number;
}

/** A district's requirement that would be less strict than the state's, with both and why. */
export interface Refusal {
  readonly state: Requirement;
  readonly district: Requirement;
  readonly because: readonly string[];
}

export type Overlaid =
  | { readonly kind: "accepted"; readonly mandate: MandateProfile }
  | {
      readonly kind: "refused";
      readonly refusals: readonly Refusal[];
      /** Days of grace of the state and of the district, if the district would give more. */
      readonly grace: { readonly state: number; readonly district: number } | null;
    };

/**
 * Adds a district's rules to a state's. They may only be stricter or earlier: one that is less
 * strict makes the whole overlay be refused.
 */
export function overlay(state: MandateProfile, district: MandateOverlay): Overlaid {
  const refusals = district.requirements.flatMap((asked): Refusal[] => {
    const given = state.requirements.find(({ id }) => id === asked.id);
    if (given === undefined) return [];
    const because = looserParts(state, given, asked);
    return because.length === 0 ? [] : [{ state: given, district: asked, because }];
  });
  const days = district.entrantGraceDays ?? state.entrantGraceDays;
  const grace =
    days > state.entrantGraceDays ? { state: state.entrantGraceDays, district: days } : null;
  if (refusals.length > 0 || grace !== null) return { kind: "refused", refusals, grace };

  // A district's requirement is its own convention, whatever text it cites.
  const asked = district.requirements.map((requirement): Requirement => ({
    ...requirement,
    status: "convention",
  }));
  const own = new Map(asked.map((requirement) => [requirement.id, requirement]));
  const ofState = new Set(state.requirements.map(({ id }) => id));
  return {
    kind: "accepted",
    mandate: {
      ...state,
      id: `${state.id}+${district.id}`,
      title: `${state.title}, ${district.title}`,
      entrantGraceDays: days,
      requirements: [
        ...state.requirements.map((requirement) => own.get(requirement.id) ?? requirement),
        ...asked.filter(({ id }) => !ofState.has(id)),
      ],
      districtOwn: district.requirements.map(({ id }) => id),
    },
  };
}
