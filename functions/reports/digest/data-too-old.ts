import { addDays, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";

/** Data of this many days before the Monday of a week, or fewer, still says what the week asks for. */
const MOST_DAYS_BEFORE = 7;

/**
 * Why no mail of a week can be written from an edition, in a sentence; null where it can.
 * @param asOf the day of the edition
 * @param monday the first day of the week
 */
export const dataTooOld = (asOf: Day, monday: Day): string | null =>
  addDays(asOf, MOST_DAYS_BEFORE) >= monday
    ? null
    : `the data is as of ${longDay(asOf)}, more than ${MOST_DAYS_BEFORE} days before the week of ${longDay(monday)}: publish newer data first (ilp ingest, ilp publish), or give the week of the data: --week ${asOf}`;
