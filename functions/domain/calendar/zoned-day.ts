import { addDays, day, dayNumber, type Day } from "./day.ts";

/** The day that it is in a time zone. @param timezone an IANA time zone */
export const dayIn = (timezone: string, instant: Date): Day =>
  // Swedish writes a day as ISO 8601 does.
  day(new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short" }).format(instant));

/** The Monday of a day's week. */
export const mondayOf = (on: Day): Day =>
  // January 1, 1970, day 0, was a Thursday: three days after a Monday.
  addDays(on, -((((dayNumber(on) + 3) % 7) + 7) % 7));

/** Whether a text names a time zone, such as America/Chicago. */
export function isTimezone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** An instant as the header of a mail has it (RFC 5322, 3.3), by the clock of a time zone: weekday, day, month, year, time and the offset from Greenwich. */
export function mailDate(timezone: string, instant: Date): string {
  const parts = new Map(
    new Intl.DateTimeFormat("en-US", {
      timeZone: timezone,
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "longOffset",
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: string): string => parts.get(type as Intl.DateTimeFormatPartTypes) ?? "";
  // "GMT-05:00"; the zone of Greenwich is "GMT" alone.
  const offset = part("timeZoneName").replace("GMT", "").replace(":", "") || "+0000";
  const clock = `${part("hour")}:${part("minute")}:${part("second")}`;
  return `${part("weekday")}, ${part("day")} ${part("month")} ${part("year")} ${clock} ${offset}`;
}
