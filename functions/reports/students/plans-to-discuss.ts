import {
  CONVERSATION_REASONS,
  isConversationReason,
  type ConversationReason,
} from "../../domain/plans/conversation-reason.ts";
import { byText } from "../../domain/text/compare-text.ts";
import type { StudentRow } from "./students-table.ts";

/** A student whose plan needs a conversation, and why. */
export interface PlanToDiscuss {
  readonly row: StudentRow;
  /** At least one, the weightiest first. */
  readonly reasons: readonly ConversationReason[];
}

/** How many plans a counselor is shown: as many as fit into a week beside everything else. */
const MOST_PLANS = 3;

/** Reasons as the table of students has them. */
export const reasonsText = (reasons: readonly ConversationReason[]): string => reasons.join(";");

/** The reasons of a student; none in an edition of before they were noted. */
const reasonsOf = ({ conversation }: StudentRow): readonly ConversationReason[] =>
  (conversation ?? "").split(";").filter(isConversationReason);

/**
 * The plans of a caseload that most need a conversation, at most three: first those with the most
 * reasons, then by the weightiest reason, then the one that nobody has touched for longest.
 * @param caseload the students of one counselor
 */
export const plansToDiscuss = (caseload: readonly StudentRow[]): readonly PlanToDiscuss[] =>
  caseload
    .filter(({ isEnrolled }) => isEnrolled)
    .map((row): PlanToDiscuss => ({ row, reasons: reasonsOf(row) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(byText(orderOf))
    .slice(0, MOST_PLANS);

/** The reasons are fewer than ten, so each number is one digit. */
const orderOf = ({ row, reasons }: PlanToDiscuss): string =>
  [
    CONVERSATION_REASONS.length - reasons.length,
    reasons.map((reason) => CONVERSATION_REASONS.indexOf(reason)).join(""),
    row.lastTouchedOn ?? "",
    row.student,
  ].join(" ");
