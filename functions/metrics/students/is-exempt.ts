import type { Day } from "../../domain/calendar/day.ts";
import { exemptionOn } from "../../domain/plans/exemption.ts";
import type { StudentRecord } from "./school-records.ts";

/** Whether the student is exempt from a requirement, or from all of them, on the day. */
export const isExempt = ({ more }: StudentRecord, requirement: string, on: Day): boolean =>
  exemptionOn(more.exemptions, requirement, on) !== null;
