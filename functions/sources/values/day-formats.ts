import { dayFromNumber, isDay, type Day } from "../../domain/calendar/day.ts";
import { dayAndTime } from "./day-and-time.ts";
import { basicDay, standardDay } from "./standard-days.ts";

/** Whether `3/4/2022` is in March or in April: a file says so by any day above the twelfth. */
export type DayOrder = "month-first" | "day-first";

/** The result of reading a text: a day, an ambiguous day (`3/4/2022`), or none. */
export type ReadDay =
  | {
      readonly state: "day";
      readonly on: Day;
      /** The order that this text proves, where it could not be read in the other. */
      readonly proves: DayOrder | null;
    }
  | { readonly state: "ambiguous" }
  | { readonly state: "not-a-day" };

/** How two-digit years are read: events lie in this century, births up to `30` in it and later ones in the last. */
export type YearPivot = "event" | "birth";
const LAST_BIRTH_YEAR = 30;

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const TOKEN = /YYYY|YY|MON|MM|M|DD|D/g;
const PATTERNS: { readonly [token: string]: string } = {
  YYYY: "(?<year>\\d{4})",
  YY: "(?<year>\\d{2})",
  MON: "(?<month>[A-Za-z]{3})[A-Za-z]*\\.?",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<date>\\d{2})",
  D: "(?<date>\\d{1,2})",
};
const NO_DAY: ReadDay = { state: "not-a-day" };
const AMBIGUOUS: ReadDay = { state: "ambiguous" };

/**
 * A reader of days written in any of the formats: `YYYY YY MM M DD D MON` with what stands between
 * them (a slash also matches a hyphen or a full stop), `epoch-ms`, `epoch-s` and `excel-serial`. A
 * time after the day is dropped, as is the day of the week before it. Where two formats give two
 * days, the order decides, and without one the day is ambiguous: it is never guessed.
 * @param besides formats for what has the shape of none of these
 */
export function dayReader(
  formats: readonly string[],
  pivot: YearPivot,
  order: DayOrder | null,
  besides: readonly string[] = [],
): (text: string) => ReadDay {
  const parsers = formats.map((format) => parserOf(format, pivot));
  const others = besides.map((format) => parserOf(format, pivot));
  const readDays = new Map<string, ReadDay>();
  return (text) => {
    if (text.length > LONGEST_DAY) return NO_DAY;
    const before = readDays.get(text);
    if (before !== undefined) return before;
    const read = readDay(dayAndTime(text).day, parsers, others, order);
    if (readDays.size < MOST_KNOWN) readDays.set(text, read);
    return read;
  };
}

/** Days whose month is a word: nobody can mistake them, so that every file may hold them. */
export const WORDED_DAY_FORMATS: readonly string[] = [
  "D-MON-YYYY",
  "D-MON-YY",
  "MON D, YYYY",
  "MON D YYYY",
  "D MON YYYY",
  "D MON YY",
  "DMONYYYY",
  "DMONYY",
  "YYYY-MON-DD",
];

/** ISO 8601 with hyphens or as a week, and as a bare number: no profile need name them. */
export const ISO_DAYS = "iso-8601";
const BASIC_ISO_DAYS = "iso-8601-basic";

/**
 * The date formats that every file may use besides those of its profile, since nobody can mistake
 * them: the month as a word, the year first, or as standards write them. A bare number may be
 * something else if the profile states another way in which a number is a date.
 */
export const formatsBesides = (stated: readonly string[]): readonly string[] => [
  ...WORDED_DAY_FORMATS,
  ISO_DAYS,
  "YYYY/M/D",
  ...(stated.some((format) => format !== "YYYYMMDD" && isBareNumber(format))
    ? []
    : [BASIC_ISO_DAYS]),
];

const isBareNumber = (format: string): boolean =>
  NUMBERS.includes(format) || /^(?:YYYY|YY|MM|M|DD|D)+$/.test(format);

const NUMBERS = ["epoch-ms", "epoch-s", "excel-serial"];

/** Longer than any day with a time and a zone: what is remembered is small. */
const LONGEST_DAY = 64;
const MOST_KNOWN = 10_000;

interface Parser {
  readonly order: DayOrder | null;
  /** The day; null where the text is not of the format, and `impossible` where it is but no such day exists. */
  parse(text: string): Day | "impossible" | null;
}

function readDay(
  text: string,
  parsers: readonly Parser[],
  others: readonly Parser[],
  order: DayOrder | null,
): ReadDay {
  let day: { readonly on: Day; readonly order: DayOrder | null } | null = null;
  let isOfShape = false;
  const impossible = new Set<DayOrder>();
  for (const parser of parsers) {
    const on = parser.parse(text);
    if (on === null) continue;
    isOfShape = true;
    if (on === "impossible") {
      if (parser.order !== null) impossible.add(parser.order);
    } else if (parser.order === null) {
      return { state: "day", on, proves: null };
    } else if (day === null || day.on === on || day.order === parser.order) {
      day ??= { on, order: parser.order };
    } else if (order === null) {
      return AMBIGUOUS;
    } else if (parser.order === order) {
      day = { on, order };
    }
  }
  if (day === null) {
    return isOfShape || others.length === 0 ? NO_DAY : readDay(text, others, [], order);
  }
  const other = day.order === "month-first" ? "day-first" : "month-first";
  return { state: "day", on: day.on, proves: impossible.has(other) ? day.order : null };
}

function parserOf(format: string, pivot: YearPivot): Parser {
  switch (format) {
    case "epoch-ms":
      return { order: null, parse: (text) => numbered(text, /^-?\d{11,14}$/, 86_400_000, 0) };
    case "epoch-s":
      return { order: null, parse: (text) => numbered(text, /^-?\d{8,11}$/, 86_400, 0) };
    case ISO_DAYS:
      return { order: null, parse: standardDay };
    case BASIC_ISO_DAYS:
      return { order: null, parse: basicDay };
    case "excel-serial":
      return { order: null, parse: (text) => numbered(text, /^\d{5}(\.\d+)?$/, 1, EXCEL_DAY_ZERO) };
  }
  const source = format
    .split(TOKEN)
    .map((between) => between.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("/", "[/.-]"));
  const tokens: readonly string[] = format.match(TOKEN) ?? [];
  const whole = source.map((between, index) => between + (PATTERNS[tokens[index] ?? ""] ?? ""));
  const pattern = new RegExp(`^${whole.join("")}$`);
  const place = (start: string) => tokens.findIndex((token) => token.startsWith(start));
  const isSlashed = place("Y") === 2 && !tokens.includes("MON");
  return {
    order: isSlashed ? (place("M") < place("D") ? "month-first" : "day-first") : null,
    parse(text) {
      const parts = pattern.exec(text)?.groups;
      if (parts === undefined) return null;
      const iso = `${yearOf(parts["year"] ?? "", pivot)}-${monthOf(parts["month"] ?? "")}-${(parts["date"] ?? "").padStart(2, "0")}`;
      return isDay(iso) ? iso : "impossible";
    },
  };
}

const EXCEL_DAY_ZERO = 25_569;

function numbered(text: string, pattern: RegExp, aDay: number, zero: number): Day | null {
  return pattern.test(text) ? dayFromNumber(Math.floor(Number(text) / aDay) - zero) : null;
}

function yearOf(year: string, pivot: YearPivot): string {
  if (year.length === 4) return year;
  return pivot === "birth" && Number(year) > LAST_BIRTH_YEAR ? `19${year}` : `20${year}`;
}

function monthOf(month: string): string {
  const named = MONTHS.indexOf(month.toUpperCase());
  return (named < 0 ? month : String(named + 1)).padStart(2, "0");
}
