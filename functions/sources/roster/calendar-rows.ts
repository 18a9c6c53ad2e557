import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { schoolId, type SchoolId } from "../../domain/ids.ts";
import type { Fields } from "../values/fields.ts";

/** What one school does on one day by one of its calendars. */
export interface CalendarDay {
  readonly school: SchoolId;
  /** Absent if the source does not distinguish calendars. */
  readonly calendar?: string;
  readonly on: Day;
  readonly isInstructional: boolean;
}

/** A term of the school year, or the year, by the source's own identifier; empty where it has none. */
export interface Session {
  readonly session: string;
  /** The session that it belongs to; empty where it is of none. */
  readonly parent: string;
  readonly title: string;
  readonly beginsOn: Day;
  readonly endsOn: Day;
}

/** Which of a school's calendars it is; nothing if the source does not distinguish them. */
export function readCalendar(fields: Fields): { readonly calendar?: string } {
  const calendar = fields.id("calendar");
  return calendar === "" ? {} : { calendar };
}

/** The longest session is a school year; one that ends a year later was typed so. */
const LONGEST_SESSION_DAYS = 380;

export const session = (fields: Fields): Session => {
  const beginsOn = fields.requiredDay("beginsOn");
  const endsOn = fields.requiredDay("endsOn");
  if (endsOn <= beginsOn) fields.fail("endsOn", "ends-before-it-begins");
  if (daysBetween(beginsOn, endsOn) > LONGEST_SESSION_DAYS) {
    fields.fail("endsOn", "day-out-of-range");
  }
  const ids = { session: fields.id("session"), parent: fields.id("parent") };
  return { ...ids, title: fields.text("title"), beginsOn, endsOn };
};

export const calendarDay = (fields: Fields): CalendarDay => ({
  school: schoolId(fields.id("school")),
  ...readCalendar(fields),
  on: fields.requiredDay("on"),
  isInstructional: fields.has("isInstructional")
    ? fields.yesNo("isInstructional") === true
    : hasInstruction(fields),
});

const EVENTS = ["instructional", "off"] as const;

/** Ed-Fi has several events on one day: a teacher workshop after a day of school is a day of school. */
function hasInstruction(fields: Fields): boolean {
  const before = fields.setAside().length;
  if (fields.listOf("event", EVENTS).includes("instructional")) return true;
  // Beside an unknown event a holiday does not say that the school is closed.
  if (fields.setAside().length > before) fields.fail("event", "not-a-listed-value");
  return false;
}
