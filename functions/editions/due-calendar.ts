import type { CalendarDue } from "../metrics/cube/calendar-due.ts";
import { compositesOf } from "../metrics/measures/composites.ts";
import type { Measuring } from "../metrics/students/measuring.ts";
import type { DueCalendar } from "../releases/due/due-between.ts";

/** When the requirements of a mandate are due by the calendars, as the manifest of an edition has it. */
export const dueCalendarOf = (
  { mandate, asOf }: Measuring,
  dueOn: CalendarDue,
): Required<DueCalendar> => ({
  requirements: mandate.requirements.map(({ id }) => ({ id, dueOn: dueOn[id] ?? null })),
  composites: compositesOf(mandate, asOf),
});
