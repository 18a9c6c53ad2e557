import { isDay } from "../domain/day.ts";

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const SLASHED =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*([AP]M)?)?$/i;
/** Milliseconds since 1970, as some databases write them; seconds have three digits fewer. */
const SINCE_1970 = /^\d{10}(?:\d{3})?$/;

/**
 * A time of change as ISO text in UTC, so that two compare as text whatever way each was written:
 * ISO 8601, as
 * spreadsheets of the United States write it, or counted from 1970. A time without a zone is taken for
 * UTC: one export writes all of its own alike. Null where the text is neither.
 */
export function instantOf(text: string): string | null {
  if (SINCE_1970.test(text)) return new Date(Number(text.padEnd(13, "0"))).toISOString();
  const iso = ISO.exec(text.trim());
  if (iso !== null) {
    const [, on = "", hour = "0", minute = "00", second = "00", fraction = "", zone = "Z"] = iso;
    return instant(on, Number(hour), minute, second, fraction, zone);
  }
  const slashed = SLASHED.exec(text.trim());
  if (slashed === null) return null;
  const [, month = "", date = "", year = "", hour = "0", minute = "00", second = "00"] = slashed;
  const [fraction = "", half] = slashed.slice(7);
  const on = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return instant(on, hourOfDay(Number(hour), half?.toUpperCase()), minute, second, fraction, "Z");
}

/** 12 AM is midnight and 12 PM is noon. */
const hourOfDay = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half === "PM" ? 12 : 0);

function instant(
  on: string,
  hour: number,
  minute: string,
  second: string,
  fraction: string,
  zone: string,
): string | null {
  if (!isDay(on)) return null;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const time = `${String(hour).padStart(2, "0")}:${minute}:${second}.${milliseconds}`;
  const at = new Date(`${on}T${time}${offset.toUpperCase()}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
