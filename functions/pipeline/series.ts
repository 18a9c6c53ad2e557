import { isDay, type Day } from "../domain/day.ts";
import type { FileMode } from "../sources/profile.ts";

/** `2022-03-01`, `20220301` or `2022_03_01`, as senders put the day of an export into its name. */
const STATED_DAY = /(?<!\d)(20\d{2})([-_]?)(\d{2})\2(\d{2})(?!\d)/;
/** A time of day behind it, as in `2020-09-17-15-04-23`. */
const STATED_TIME = /[-_T]?\d{2}[-_]?\d{2}([-_]?\d{2})?(?!\d)/;

/** The day that a file or package states in its name; null where it states none. */
export function statedDay(name: string): Day | null {
  const [, year, , month, date] = STATED_DAY.exec(name) ?? [];
  const on = `${year}-${month}-${date}`;
  return isDay(on) ? on : null;
}

/**
 * What a file is an edition of. Whole files are of one series whatever day their names state; files
 * that add up are series of their own by name, and each delta stands for itself.
 */
export function seriesOf(mode: FileMode, name: string, sha256: string): string {
  const lower = name.toLowerCase();
  switch (mode) {
    case "bulk":
      return statedDay(lower) === null ? lower : withoutDay(lower);
    case "append":
      return lower;
    case "delta":
      return `${lower}#${sha256}`;
  }
}

function withoutDay(name: string): string {
  const day = STATED_DAY.exec(name);
  if (day === null) return name;
  const before = name.slice(0, day.index).replace(/[-_. ]+$/, "");
  const after = name.slice(day.index + day[0].length);
  const time = STATED_TIME.exec(after);
  return before + (time?.index === 0 ? after.slice(time[0].length) : after);
}
