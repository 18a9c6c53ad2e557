import type { Day } from "../../domain/calendar/day.ts";
import { exemptionOn, type Exemption } from "../../domain/plans/exemption.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { StudentEvent } from "../../domain/people/student-event.ts";
import { moreOf, type ClockCase } from "./clock-case.ts";
import type { Requirement } from "../rules/requirement.ts";
import { lastEvent } from "./student-events.ts";

/** An exemption in force, or an event by which the text lets somebody decline. */
export function settingAside(
  { id, alternatives }: Requirement,
  student: ClockCase,
  asOf: Day,
): { readonly exemption: Exemption | null; readonly waiver: StudentEvent | null } {
  const { exemptions, events } = moreOf(student);
  const waivedBy = alternatives?.waivedBy;
  const since = waivedBy?.for === "school-year" ? firstDayOf(schoolYearOf(asOf)) : null;
  return {
    exemption: exemptionOn(exemptions, id, asOf),
    waiver: waivedBy === undefined ? null : lastEvent(events, waivedBy.event, since, asOf),
  };
}

export function isSetAside(requirement: Requirement, student: ClockCase, asOf: Day): boolean {
  const { exemption, waiver } = settingAside(requirement, student, asOf);
  return exemption !== null || waiver !== null;
}
