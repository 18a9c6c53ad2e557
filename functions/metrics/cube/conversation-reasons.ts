import {
  CONVERSATION_REASONS,
  type ConversationReason,
} from "../../domain/plans/conversation-reason.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../mandates/evidence/plan-records.ts";
import { balanceOf } from "../measures/goal-domains.ts";
import { individuality } from "../measures/goal-individuality.ts";
import { currentGoals } from "../plans/current-goals.ts";
import { changeOf } from "../plans/plan-touches.ts";
import { onTrackOf } from "../plans/step-progress.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { StudentRecord } from "../students/school-records.ts";

/**
 * Why the open plan of a student needs a conversation, read from the student's answers to the
 * measures, so that a reason and a figure cannot disagree. What cannot be determined is no reason; a
 * student without an open plan has none, since the worklist already asks for the plan.
 */
export function conversationReasons(
  record: Pick<StudentRecord, "document" | "more">,
  context: RuleContext,
): readonly ConversationReason[] {
  const { mandate, asOf } = context;
  const documents = documentsOf(record);
  if (!hasActivePlan(mandate, documents, asOf)) return [];
  const steps = onTrackOf(record, context);
  const balance = balanceOf(record, context);
  const goals = currentGoals(mandate, documents, asOf);
  const holds: { readonly [reason in ConversationReason]: boolean } = {
    "steps-overdue": steps === "overdue",
    "plan-unchanged": changeOf(record, context) === "unchanged",
    "no-goals": balance === "no-goals",
    "domains-missing": balance === "fewer-domains",
    "goals-shared": individuality(goals, asOf) === "shared",
    // A plan without goals has one reason, not two.
    "no-steps": steps === "no-steps" && goals.length > 0,
  };
  return CONVERSATION_REASONS.filter((reason) => holds[reason]);
}
