/** What a student's plans say and what comes of them, whatever the mandate asks besides, worked out plainly. */
import {
  goalsSet,
  heldReviews,
  listed,
  openAccepted,
  statusOf,
  text,
  type Folder,
} from "./plain-answers.ts";
import { goalDomains, goalIndicators, onTrack, planChange, planContents } from "./plain-plans.ts";
import { reviewSignature } from "./plain-signatures.ts";
import type { DistrictFacts } from "./plain-student.ts";

/** The answers of a student under the mandate, by question. */
export function substanceOf(
  folder: Folder,
  facts: DistrictFacts,
  isInProgram: boolean,
): readonly (readonly [question: string, part: string])[] {
  return [
    ["plan-coverage", openAccepted(folder).length > 0 ? "open" : "none"],
    ["goal-domains", goalDomains(folder)],
    ["goal-individuality", goalIndividuality(folder)],
    ...goalIndicators(folder),
    ["on-track", onTrack(folder, facts)],
    ["plan-change", planChange(folder, facts)],
    ...TAKING_PART.map(
      ([about, ...roles]) =>
        [`participation/${about}`, participation(folder, roles, facts)] as const,
    ),
    ["review-signature", reviewSignature(folder, facts)],
    ...planContents(folder, facts, isInProgram),
  ];
}

/** "Students with a goal whose text fewer than three students have"; `goal-copies.test.ts` compares the texts. */
function goalIndividuality(folder: Folder): string {
  const open = openAccepted(folder).map((plan) => text(plan, "plan"));
  const compared = goalsSet(folder).filter(
    (goal) =>
      open.includes(text(goal, "plan")) &&
      statusOf(goal, folder) !== "discontinued" &&
      goal["textKind"] === "eligible",
  );
  if (compared.length === 0) return "no-eligible-goal";
  const isOwn = (goal: (typeof compared)[number]): boolean =>
    text(goal, "sharedText") === "" || text(goal, "sharedSince") > folder.asOf;
  return compared.some(isOwn) ? "own" : "shared";
}

/** What a question on participation is called after, and whose part it asks about. */
const TAKING_PART = [
  ...["student", "family", "counselor", "teacher"].map((role) => [role, role]),
  ["others", "administrator", "other"],
];

function participation(
  folder: Folder,
  roles: readonly string[],
  { participants }: DistrictFacts,
): string {
  const held = heldReviews(folder);
  if (held.length === 0) return "no-review-held";
  if (!roles.some((role) => participants.has(role))) return "not-recorded";
  const named = held.flatMap((review) => listed(review, "participants"));
  if (roles.some((role) => named.includes(role))) return "took-part";
  return named.length === 0 ? "not-recorded" : "did-not";
}
