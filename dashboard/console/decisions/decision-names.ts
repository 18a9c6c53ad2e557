import type { DecisionKind } from "../../../functions/console/decision-answers.ts";

/** What can be decided, as a list of choices says it. */
export const DECISION_NAMES: { readonly [kind in DecisionKind]: string } = {
  exemption: "Exemptions",
  attestation: "Statements about a requirement",
  assignment: "Assignments to counselors",
  duty: "Duties of the district",
  confirmation: "Rules confirmed",
  removal: "Removals accepted or refused",
};
