/**
 * Why a plan needs a conversation, in the order of weight. A reason is a question to look into and no
 * judgment of whoever made the plan.
 */
export const CONVERSATION_REASONS = [
  "steps-overdue",
  "plan-unchanged",
  "no-goals",
  "domains-missing",
  "goals-shared",
  "no-steps",
] as const;
export type ConversationReason = (typeof CONVERSATION_REASONS)[number];

/** The reason as a page says it. */
export const CONVERSATION_REASON_NAMES: { readonly [reason in ConversationReason]: string } = {
  "steps-overdue": "An action step is overdue",
  "plan-unchanged": "Nothing changed since the last review but one",
  "no-goals": "The open plan has no goals",
  "domains-missing": "Not every domain has a goal",
  "goals-shared":
    "Every compared goal says the same, or nearly the same, as goals of two or more other students",
  "no-steps": "The goals have no action steps",
};

/** A word of a table as a reason. */
export const isConversationReason = (word: string): word is ConversationReason =>
  CONVERSATION_REASONS.some((reason) => reason === word);
