import type { Day } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import { EARLIEST_BIRTH, yearsAfter } from "./day-ranges.ts";
import type { Fields } from "./fields.ts";

/** A younger student is in a grade before kindergarten, or the year is that of the file. */
const YOUNGEST_STUDENT = 3;
const BEFORE_KINDERGARTEN: ReadonlySet<Grade | null> = new Set(["IT", "PR", "PK"]);

/** The day of birth, years before the file came. */
export function readBirth(fields: Fields, grade: Grade | null): Day | null {
  const birthOn = fields.day("birthOn");
  if (birthOn === null || fields.receivedOn === null || BEFORE_KINDERGARTEN.has(grade)) {
    return birthOn;
  }
  const until = yearsAfter(fields.receivedOn, -YOUNGEST_STUDENT);
  if (birthOn <= until) return birthOn;
  fields.fail("birthOn", "day-out-of-range", { from: EARLIEST_BIRTH, until });
  return null;
}
