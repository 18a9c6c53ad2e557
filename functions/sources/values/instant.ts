import { addDays, type Day } from "../../domain/calendar/day.ts";
import { dayAndTime } from "./day-and-time.ts";
import { dayReader, formatsBesides } from "./day-formats.ts";

/** Milliseconds since 1970, as some databases write them; seconds have three digits fewer. */
const SINCE_1970 = /^\d{10}(?:\d{3})?$/;
const SLASHED = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
/** Hours, with or without minutes, seconds, their fraction, half of the day and zone. */
const TIME =
  /^(\d{1,2})(?:[:.]?([0-5]\d))?(?:[:.]?([0-5]\d|60))?(?:[.,:](\d{1,9}))? ?([AP]M)? ?(Z|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|[A-Z][A-Z/_]*)?(?: ?[([].*)?$/i;

/** Longer than any day with a time and a zone. */
const LONGEST = 80;

const readDay = dayReader([], "event", null, formatsBesides([]));
const readSlashed = dayReader(["M/D/YYYY"], "event", null);

/**
 * A time of change as ISO text in UTC, so that two compare as text whatever way each was written:
 * as the standards for days and times do, as
 * spreadsheets of the United States write it, or counted from 1970. A time without a zone, or with one
 * that has only a name, is taken for
 * UTC: one export writes all of its own in the same way. Null where the text is neither.
 */
export function instantOf(text: string): string | null {
  if (SINCE_1970.test(text)) return new Date(Number(text.padEnd(13, "0"))).toISOString();
  if (text.length > LONGEST) return null;
  const { day, time } = dayAndTime(text);
  const read = SLASHED.test(day) ? readSlashed(day) : readDay(day);
  if (read.state !== "day") return null;
  return time === "" ? `${read.on}T00:00:00.000Z` : instant(read.on, time);
}

function instant(on: Day, time: string): string | null {
  const parts = TIME.exec(time);
  if (parts === null) return null;
  const [, hours = "", minutes = "00", seconds = "00", fraction = "", half, zone = "Z"] = parts;
  const hour = hourOfDay(Number(hours), half?.toUpperCase());
  // The midnight with which a day ends is that with which the next begins.
  const from = hour === 24 && Number(minutes) === 0 ? addDays(on, 1) : on;
  const clock = `${String(hour === 24 ? 0 : hour).padStart(2, "0")}:${minutes}:${seconds}`;
  if (hour > 24 || (hour === 24 && from === on)) return null;
  const date = new Date(`${from}T${clock}.${fraction.slice(0, 3).padEnd(3, "0")}${offsetOf(zone)}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** 12 AM is midnight and 12 PM is noon. */
const hourOfDay = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half === "PM" ? 12 : 0);

/** `-0500`, `-05` and `GMT-0500` as `-05:00`; a zone that has only a name as UTC. */
function offsetOf(zone: string): string {
  const [, sign, hours = "", minutes = "00"] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? "Z" : `${sign}${hours}:${minutes}`;
}
