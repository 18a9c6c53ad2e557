import type { Day } from "../../domain/calendar/day.ts";
import { isAimedAt } from "../../domain/plans/goal-status.ts";
import type { Goal } from "../../domain/plans/plan.ts";
import { dueDateFlags } from "../../goals/quality/structure/due-date-flags.ts";
import { textDeadline } from "../../goals/quality/structure/text-deadline.ts";
import type { DueNote } from "./student-page.ts";

/**
 * What to check of the due date of a goal that is still open: of one that is met, missed or given up
 * nobody has to set it right.
 */
export function dueNotes(goal: Goal, asOf: Day): readonly DueNote[] {
  const { description, setOn, targetOn, isDueByDefault } = goal;
  if (targetOn === null || !isAimedAt(goal, asOf)) return [];
  const { differsFromText, isBeforeSet, isFarAway } = dueDateFlags(goal);
  const statedOn = differsFromText ? textDeadline(description) : null;
  return [
    ...(statedOn === null ? [] : [{ kind: "differs-from-text", statedOn, targetOn } as const]),
    ...(isBeforeSet && setOn !== null ? [{ kind: "before-set", setOn, targetOn } as const] : []),
    ...(isFarAway && setOn !== null ? [{ kind: "far-away", setOn } as const] : []),
    ...(isDueByDefault === true ? [{ kind: "last-day-of-school" } as const] : []),
  ];
}
