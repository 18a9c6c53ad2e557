import { ASSENT_DEGREES } from "../../functions/domain/plans/plan-assent.ts";
import { PLAN_COMPONENTS } from "../../functions/domain/plans/plan-component.ts";
import { GOAL_DOMAINS, MEETINGS, PARTICIPANTS } from "../../functions/domain/plans/plan.ts";
import { STUDENT_EVENTS } from "../../functions/domain/people/student-event.ts";
import type { Collected } from "../../functions/mandates/rules/collected.ts";

/** A district whose records carry every code there is. */
export const ALL_COLLECTED: Collected = {
  participants: new Set(PARTICIPANTS),
  goalDomains: new Set(GOAL_DOMAINS),
  actionSteps: true,
  reviews: true,
  stepCompletions: true,
  components: new Set(PLAN_COMPONENTS),
  assents: new Set(
    PARTICIPANTS.flatMap((role) => ASSENT_DEGREES.map((degree) => `${role} ${degree}` as const)),
  ),
  events: new Set(STUDENT_EVENTS),
  meetings: new Set(MEETINGS),
};

/** One whose records carry none. */
export const NOTHING_COLLECTED: Collected = {
  participants: new Set(),
  goalDomains: new Set(),
  actionSteps: false,
  reviews: false,
  stepCompletions: false,
  components: new Set(),
  assents: new Set(),
  events: new Set(),
  meetings: new Set(),
};
