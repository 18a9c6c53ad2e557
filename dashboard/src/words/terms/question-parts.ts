import {
  CHANGE_PART_NAMES,
  PARTICIPATION_PART_NAMES,
  SIGNATURE_PART_NAMES,
  BALANCE_PART_NAMES,
  INDICATOR_PART_NAMES,
  INDIVIDUALITY_PART_NAMES,
  ON_TRACK_PART_NAMES,
  PLAN_PART_NAMES,
  REVIEW_PART_NAMES,
  STANDING_PART_NAMES,
  TRANSITION_PART_NAMES,
} from "./parts.js";
import { LANGUAGE, type InLanguages } from "../language.js";

/** What sort of parts the bars of a question have. */
export type PartsOf =
  | "review"
  | "standing"
  | "plan"
  | "transition"
  | "balance"
  | "on-track"
  | "goal-individuality"
  | "goal-indicator"
  | "participation"
  | "plan-change"
  | "review-signature";

/** The parts by their names, in the fixed order of their bars. */
export const PARTS_OF: {
  readonly [of in PartsOf]: InLanguages<{ readonly [part: string]: string }>;
} = {
  review: REVIEW_PART_NAMES,
  standing: STANDING_PART_NAMES,
  plan: PLAN_PART_NAMES,
  transition: TRANSITION_PART_NAMES,
  balance: BALANCE_PART_NAMES,
  "on-track": ON_TRACK_PART_NAMES,
  "goal-individuality": INDIVIDUALITY_PART_NAMES,
  "goal-indicator": INDICATOR_PART_NAMES,
  participation: PARTICIPATION_PART_NAMES,
  "plan-change": CHANGE_PART_NAMES,
  "review-signature": SIGNATURE_PART_NAMES,
};

/** Every part that a bar may have, in the fixed order, with its name in the reader's language. */
export const partsInWords = (
  of: PartsOf,
): readonly { readonly part: string; readonly name: string }[] =>
  Object.entries(PARTS_OF[of][LANGUAGE]).map(([part, name]) => ({ part, name }));
