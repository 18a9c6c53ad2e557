import type { MandateProfile } from "./mandate-profile.ts";
import type { Requirement } from "./requirement.ts";

/** One thing that neither the text of a mandate nor any record decides, and why. */
export interface NotDeterminable {
  /** The requirement's id; null where it is about the mandate as a whole. */
  readonly requirement: string | null;
  readonly name: string;
  readonly because: string;
}

/** What a mandate leaves open, so that a page can say it before a reader asks. An attestation may decide it for one student. */
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
      return `The text names no day (${due.words}): what is there counts, and what is not there cannot be held against anybody.`;
    case "either":
      return "The text names several days and does not say which governs: between them nothing can be said.";
    case "days-into-grade":
    case "days-enrolled":
    case "days-after-event":
      return due.unit === "unstated"
        ? "The text does not say in what days it counts: between the two readings nothing can be said."
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
