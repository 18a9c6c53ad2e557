import { addDays, dayNumber, isDay, type Day } from "../../domain/calendar/day.ts";

/** Days as ISO 8601 writes them, which nobody can mistake; expanded years have a sign and two digits more. */
const CALENDAR = /^(?:\+00)?(\d{4})-(\d{2})-(\d{2})$/;
const ORDINAL = /^(?:\+00)?(\d{4})-(\d{3})$/;
const WEEK = /^(?:\+00)?(\d{4})-?W(\d{2})(-?)([1-7])$/i;
/** The same without hyphens: bare numbers, which other files may count days with. */
const BASIC_CALENDAR = /^(?:\+00)?(\d{4})(\d{2})(\d{2})$/;
const BASIC_ORDINAL = /^(?:\+00)?(\d{4})(\d{3})$/;

/** The day; null if the text is not in such a form, and `impossible` if the day does not exist. */
export function standardDay(text: string): Day | "impossible" | null {
  const [, year = "", month = "", date = ""] = CALENDAR.exec(text) ?? [];
  if (year !== "") return existing(`${year}-${month}-${date}`);
  const [, ofYear = "", nth = ""] = ORDINAL.exec(text) ?? [];
  if (ofYear !== "") return dayOfYear(ofYear, Number(nth));
  const [whole = "", weekYear = "", week = "", hyphen = "", weekday = ""] = WEEK.exec(text) ?? [];
  // With both hyphens or with neither.
  if (weekYear === "" || (hyphen === "-") !== /-W/i.test(whole)) return null;
  return dayOfWeek(weekYear, Number(week), Number(weekday));
}

/** The day of a bare number, `20210830` or `2021242`. */
export function basicDay(text: string): Day | "impossible" | null {
  const [, year = "", month = "", date = ""] = BASIC_CALENDAR.exec(text) ?? [];
  if (year !== "") return existing(`${year}-${month}-${date}`);
  const [, ofYear = "", nth = ""] = BASIC_ORDINAL.exec(text) ?? [];
  return ofYear === "" ? null : dayOfYear(ofYear, Number(nth));
}

const existing = (iso: string): Day | "impossible" => (isDay(iso) ? iso : "impossible");

/** `2021-242`: the 242nd day of the year. */
function dayOfYear(year: string, nth: number): Day | "impossible" {
  const first = existing(`${year}-01-01`);
  if (first === "impossible" || nth < 1) return "impossible";
  const on = addDays(first, nth - 1);
  return on.startsWith(year) ? on : "impossible";
}

/** `2021-W35-1`: Monday of the 35th week, the first being the week with January 4. */
function dayOfWeek(year: string, week: number, weekday: number): Day | "impossible" {
  const fourth = existing(`${year}-01-04`);
  const next = existing(`${String(Number(year) + 1).padStart(4, "0")}-01-04`);
  if (fourth === "impossible" || next === "impossible") return "impossible";
  const on = addDays(mondayOf(fourth), (week - 1) * 7 + weekday - 1);
  return week >= 1 && on < mondayOf(next) ? on : "impossible";
}

/** January 1, 1970 was a Thursday. */
const mondayOf = (on: Day): Day => addDays(on, -((((dayNumber(on) + 3) % 7) + 7) % 7));
