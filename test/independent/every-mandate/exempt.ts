import { FIRST_DAY } from "./days.ts";
import type { PlainRule } from "./plain-mandates.ts";
import type { PlainPeriod, PlainStudent } from "./plain-records.ts";
import { lastEvent, thisYearBegins } from "./school-life.ts";

export const holdsOn = ({ from, until }: PlainPeriod, on: string): boolean =>
  from <= on && (until === null || on < until);

/** By a decision on record, or by the event through which the text lets somebody decline. */
export function isExempt(rule: PlainRule, student: PlainStudent, asOf: string): boolean {
  const decided = student.exemptions.some(
    (exemption) => [rule.id, "all"].includes(exemption.requirement) && holdsOn(exemption, asOf),
  );
  const waiver = rule.alternatives?.waivedBy;
  if (decided || waiver === undefined) return decided;
  const since = waiver.for === "school-year" ? thisYearBegins(asOf) : FIRST_DAY;
  return lastEvent(student, waiver.event, since, asOf) !== null;
}
