import { isDay, type Day } from "../../domain/calendar/day.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** A time of day behind a day, as in `2020-09-17-15-04-23` or `20251120083015`. */
const TIME = "(?:[-_t]?\\d{2}[-_]?\\d{2}(?:[-_]?\\d{2})?)?(?!\\d)";
/** How senders put the day of an export into its name. */
const STATED_DAYS: readonly RegExp[] = [
  new RegExp(
    `(?<!\\d)(?<year>20\\d{2})(?<between>[-_.]?)(?<month>\\d{2})\\k<between>(?<date>\\d{2})${TIME}`,
  ),
  /(?<!\d)(?<month>\d{1,2})(?<between>[-_.])(?<date>\d{1,2})\k<between>(?<year>20\d{2})(?!\d)/,
  new RegExp(
    `(?<word>${MONTHS.join("|")})[a-z]*[-_. ]?(?<date>\\d{1,2})[-_. ,]+(?<year>20\\d{2})(?!\\d)`,
  ),
];

interface StatedDay {
  readonly on: Day;
  readonly from: number;
  readonly length: number;
}

/** The day that a file or package states in its name; null where it states none, or none that exists. */
export const statedDay = (name: string): Day | null => dayIn(name.toLowerCase())?.on ?? null;

function dayIn(name: string): StatedDay | null {
  for (const pattern of STATED_DAYS) {
    const match = pattern.exec(name);
    const { year, month, word, date } = match?.groups ?? {};
    const number = month ?? String(MONTHS.indexOf(word ?? "") + 1);
    const on = `${year}-${number.padStart(2, "0")}-${(date ?? "").padStart(2, "0")}`;
    if (match !== null && isDay(on)) return { on, from: match.index, length: match[0].length };
  }
  return null;
}

/** What browsers and people add to the name of the same file saved again. */
const COPIES = /^copy of | - copy(?=\.)| ?\(\d+\)(?=\.)/g;

/** The name of the file itself, without what is added to that of a copy. */
export const withoutCopyMarks = (name: string): string => name.replace(COPIES, "");

/** The name without the day that it states, in lower case where it states one. */
export function withoutDay(name: string): string {
  const day = dayIn(name);
  if (day === null) return name;
  return name.slice(0, day.from).replace(/[-_. ]+$/, "") + name.slice(day.from + day.length);
}

/** An editor's own ending after the one that the file had. */
const ENDING_TWICE = /(\.(?:csv|tsv|txt))\.(?:txt|csv)$/;

/** The names that a file would have had if it were no copy, stated no day and had one ending. */
export function plainNames(name: string): readonly string[] {
  const bare = withoutCopyMarks(name.toLowerCase()).replace(ENDING_TWICE, "$1");
  return [...new Set([name, bare, withoutDay(bare)])];
}
