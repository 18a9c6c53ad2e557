import {
  PLAN_PARTS,
  REVIEW_PARTS,
  STANDING_PARTS,
  TRANSITION_PARTS,
  type Part,
} from "../../../../functions/domain/figures/parts.ts";
import { planPartName, reviewPartName, standingPartName, transitionPartName } from "./parts.js";
import type { NameOf } from "./named.ts";

/** What sort of parts the bars of a question have. */
export type PartsOf = "review" | "standing" | "plan" | "transition";

const PARTS: { readonly [of in PartsOf]: readonly [readonly Part[], NameOf] } = {
  review: [REVIEW_PARTS, reviewPartName],
  standing: [STANDING_PARTS, standingPartName],
  plan: [PLAN_PARTS, planPartName],
  transition: [TRANSITION_PARTS, transitionPartName],
};

/** Every part that a bar may have, in the fixed order, with its name in the reader's language. */
export function partsInWords(
  of: PartsOf,
): readonly { readonly part: string; readonly name: string }[] {
  const [parts, nameOf] = PARTS[of];
  return parts.map(({ id, name }) => ({ part: id, name: nameOf(id, name) }));
}
