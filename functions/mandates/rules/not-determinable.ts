import type { MandateProfile } from "./mandate-profile.ts";
import type { Requirement } from "./requirement.ts";

/** Something that neither the text of a mandate nor any record decides, and why. */
export interface NotDeterminable {
  /** The requirement's id; null if it is about the mandate as a whole. */
  readonly requirement: string | null;
  readonly name: string;
  readonly because: string;
}

/**
 * What a mandate leaves open, so that a page can say so. An attestation may decide it for one
 * student.
 */
export const notDeterminable = (mandate: MandateProfile): readonly NotDeterminable[] => [
  ...mandate.requirements.flatMap((requirement) => {
    const because = whyOpen(requirement);
    return because === null
      ? []
      : [{ requirement: requirement.id, name: requirement.name, because }];
  }),
  ...(mandate.facts?.gaps ?? []).map((because) => ({
    requirement: null,
    name: mandate.title,
    because,
  })),
];

function whyOpen(requirement: Requirement): string | null {
  if (requirement.modality === "encouraged") return null;
  if (requirement.kind === "judged") {
    return `No record shows whether ${requirement.question}.`;
  }
  const { due } = requirement;
  switch (due.kind) {
    case "open":
      return `The text names no due date (${due.words}): what is done counts, and what is not done does not count as not met.`;
    case "either":
      return "The text names several due dates and does not say which one applies: between them the answer cannot be determined.";
    case "days-into-grade":
    case "days-enrolled":
    case "days-after-event":
      return due.unit === "unstated"
        ? "The text does not say whether it means calendar or instructional days: between the two dates the answer cannot be determined."
        : null;
    case "share-of-year":
    case "year-end":
    case "calendar-date":
    case "grade":
    case "semester-end":
    case "age":
      return null;
  }
}
