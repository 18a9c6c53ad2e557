import type { Day } from "../../domain/calendar/day.ts";
import { exemptionOn } from "../../domain/plans/exemption.ts";
import type { StudentRecord } from "./school-records.ts";

/** Whether somebody decided that a requirement, or all of them, is not asked of the student on the day. */
export const isExempt = ({ more }: StudentRecord, requirement: string, on: Day): boolean =>
  exemptionOn(more.exemptions, requirement, on) !== null;
