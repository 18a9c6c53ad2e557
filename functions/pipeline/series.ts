import { isDay, type Day } from "../domain/day.ts";
import type { FileMode } from "../sources/profile.ts";
import type { ReceivedFile } from "./ledger.ts";

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
    const found = pattern.exec(name);
    const { year, month, word, date } = found?.groups ?? {};
    const number = month ?? String(MONTHS.indexOf(word ?? "") + 1);
    const on = `${year}-${number.padStart(2, "0")}-${(date ?? "").padStart(2, "0")}`;
    if (found !== null && isDay(on)) return { on, from: found.index, length: found[0].length };
  }
  return null;
}

/** What browsers and people add to the name of the same file saved again. */
const COPIES = /^copy of | - copy(?=\.)| ?\(\d+\)(?=\.)/g;
/** Between a file's name and the package that tells it from others of its name. */
export const PACKAGE_MARK = "\u001f";

/**
 * What a file is an edition of. Whole files are of one series whatever day their names state; files
 * that add up are series of their own by name, and by package where one ingest brings several of one
 * name; each delta stands for itself.
 */
export function seriesOf(
  mode: FileMode,
  { name, package: from, sha256 }: Pick<ReceivedFile, "name" | "package" | "sha256">,
  isShared: boolean,
): string {
  const lower = name.toLowerCase();
  switch (mode) {
    case "bulk":
      return withoutDay(lower.replace(COPIES, ""));
    case "append":
      return isShared ? `${lower}${PACKAGE_MARK}${withoutDay(from.toLowerCase())}` : lower;
    case "delta":
      return `${lower}#${sha256}`;
  }
}

function withoutDay(name: string): string {
  const day = dayIn(name);
  if (day === null) return name;
  return name.slice(0, day.from).replace(/[-_. ]+$/, "") + name.slice(day.from + day.length);
}
