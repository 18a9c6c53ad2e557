import { dayReader, formatsBesides } from "../../values/day-formats.ts";
import { DEFAULT_DAY_FORMATS } from "../../profiles/profile.ts";

const readDay = dayReader(DEFAULT_DAY_FORMATS, "event", "month-first", formatsBesides([]));

/** Whether a text is a day in one of the ways that people write days, and no number. */
export const isDayText = (text: string): boolean =>
  !/^\d*$/.test(text.trim()) && readDay(text.trim()).state !== "not-a-day";
