/** A day as it is written, and the time of day after it; empty where there is none. */
export interface DayAndTime {
  readonly day: string;
  readonly time: string;
}

/**
 * Cuts off what is written round a day: what SQL puts round it, the day of the week, and the time with
 * its zone. The day counts as it is written, whatever zone follows it.
 */
export function dayAndTime(text: string): DayAndTime {
  const written = withoutQuotes(text.trim().replace(/\s+/g, " "))
    .replace(WEEKDAY, "")
    .replace(ORDINAL, "");
  for (const { pattern, cut } of SHAPES) {
    const parts = pattern.exec(written);
    if (parts !== null) return cut(parts);
  }
  return { day: written, time: "" };
}

/** "Tuesday, September 7, 2021": the day of the week says nothing more. */
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +/i;

/** "March 4th, 2022". */
const ORDINAL = /(?<=^[A-Za-z. ]*\d{1,2})(?:st|nd|rd|th)\b/;

interface Shape {
  readonly pattern: RegExp;
  cut(parts: RegExpExecArray): DayAndTime;
}

/** `8/30/2021, 12:05 AM`, as browsers write it, has a comma between the two. */
const dayThenTime = ([, day = "", time = ""]: RegExpExecArray): DayAndTime => ({
  day: day.replace(/,$/, ""),
  time,
});

const SHAPES: readonly Shape[] = [
  // By far the most frequent form, so it is tried first.
  { pattern: /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}.*)$/, cut: dayThenTime },
  // XML Schema: 2021-08-30Z, 2021-08-30-05:00.
  {
    pattern: /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$/i,
    cut: ([, day = "", zone = ""]) => ({ day, time: `00:00${zone}` }),
  },
  // ISO 8601, basic: 20210830T080000Z, 2021242T08. Before a time the number can only be a day.
  {
    pattern: /^(\+00)?(\d{4})(\d{2})(\d{2})T(\d{2}.*)$/i,
    cut: ([, , year = "", month = "", date = "", time = ""]) => ({
      day: `${year}-${month}-${date}`,
      time,
    }),
  },
  {
    pattern: /^(\+00)?(\d{4})(\d{3})T(\d{2}.*)$/i,
    cut: ([, , year = "", nth = "", time = ""]) => ({ day: `${year}-${nth}`, time }),
  },
  { pattern: /^(\+?\d[\d-]*(?:W[\d-]+)?)T(\d{2}.*)$/i, cut: dayThenTime },
  // DB2: 2021-08-30-00.00.00.000000.
  { pattern: /^(\d{4}-\d{2}-\d{2})-(\d{2}\.\d{2}\.\d{2}(?:\.\d+)?)$/, cut: dayThenTime },
  // SAS: 30AUG2021:00:00:00.
  { pattern: /^(\d{1,2}[A-Za-z]{3}\d{2}(?:\d{2})?):(\d{2}:\d{2}.*)$/, cut: dayThenTime },
  // Unix, Java: Aug 30 00:00:00 CDT 2021, the day of the week before it.
  {
    pattern:
      /^([A-Za-z]{3,}\.? \d{1,2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?)(?: [A-Za-z]+)? (\d{4})(?: [A-Z]+)?$/,
    cut: ([, monthAndDate = "", time = "", year = ""]) => ({
      day: `${monthAndDate} ${year}`,
      time,
    }),
  },
  {
    pattern:
      /^(\S+(?: \d{1,2},? \d{4}| [A-Za-z]+\.?,? \d{4})?)[T ](\d{1,2}(?::\d{2}|\.\d{2}\.\d{2}).*)$/,
    cut: dayThenTime,
  },
];

/**
 * Removes what SQL writes around a date: `DATE '2021-08-30'`, ODBC's `{ts '2021-08-30 00:00:00'}`,
 * `'2021-08-30'::date`, Access's `#2021-08-30#`, SAS's `'30AUG2021'd`.
 */
function withoutQuotes(text: string): string {
  const [, quoted] = ODBC.exec(text) ?? LITERAL.exec(text) ?? ACCESS.exec(text) ?? [];
  return quoted?.trim() ?? text;
}

const ODBC = /^\{ ?(?:d|ts) ?'([^']*)' ?\}$/i;
const LITERAL =
  /^(?:date|datetime2?|timestamp(?:tz)?(?: with(?:out)?(?: local)? time zone)?)? ?'([^']*)'(?:dt?|::[a-z ]+)?$/i;
const ACCESS = /^#([^#]*)#$/;
