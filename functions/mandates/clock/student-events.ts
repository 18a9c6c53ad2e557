import type { Day } from "../../domain/calendar/day.ts";
import type { StudentEvent, StudentEventKind } from "../../domain/people/student-event.ts";

/**
 * The last event of a kind by the date of the data and, if a first day is given, since that day; null if
 * there is none.
 */
export function lastEvent(
  events: readonly StudentEvent[] | null,
  kind: StudentEventKind,
  since: Day | null,
  asOf: Day,
): StudentEvent | null {
  let last: StudentEvent | null = null;
  for (const event of events ?? []) {
    if (event.kind !== kind || event.occurredOn > asOf) continue;
    if (since !== null && event.occurredOn < since) continue;
    if (last === null || event.occurredOn > last.occurredOn) last = event;
  }
  return last;
}
