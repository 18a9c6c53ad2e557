/** How a student stands on one requirement, in the fixed order of every chart. */
export const REQUIREMENT_STANDINGS = [
  "met",
  "not-met",
  "not-applicable",
  "not-determinable",
] as const;
export type RequirementStanding = (typeof REQUIREMENT_STANDINGS)[number];

/** The standing as a page says it. */
export const REQUIREMENT_STANDING_NAMES: { readonly [standing in RequirementStanding]: string } = {
  met: "Met",
  "not-met": "Not met",
  "not-applicable": "Does not apply, or not yet",
  "not-determinable": "Cannot be determined",
};
