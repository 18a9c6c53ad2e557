import { day, type Day } from "../../domain/calendar/day.ts";
import type { DutyRecord } from "../../domain/plans/duty-record.ts";
import { schoolYear, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { dateIn } from "./due-day.ts";
import type { Duty, MandateProfile } from "../rules/mandate-profile.ts";

/** A duty of the district on a day: done for now, due, overdue, without a day, or never recorded. */
export interface DutyItem {
  readonly duty: Duty;
  readonly status: "done" | "due" | "overdue" | "undated" | "no-record" | "not-in-force";
  readonly dueOn: Day | null;
  readonly doneOn: Day | null;
}

/** The duties of the district itself with their dates, as of a day. */
export const dutyChecklist = (
  mandate: MandateProfile,
  records: readonly DutyRecord[],
  asOf: Day,
): readonly DutyItem[] => mandate.duties.map((duty) => dutyItem(duty, records, asOf));

function dutyItem(duty: Duty, records: readonly DutyRecord[], asOf: Day): DutyItem {
  const doneOn =
    records
      .filter((done) => done.duty === duty.id && done.doneOn <= asOf)
      .map(({ doneOn }) => doneOn)
      .sort()
      .at(-1) ?? null;
  const item = (status: DutyItem["status"], dueOn: Day | null): DutyItem => ({
    duty,
    status,
    dueOn,
    doneOn,
  });
  const isBefore = duty.effectiveFrom !== undefined && asOf < duty.effectiveFrom;
  const isAfter = duty.effectiveUntil !== undefined && asOf > duty.effectiveUntil;
  if (isBefore || isAfter) return item("not-in-force", null);
  const { due } = duty;
  switch (due.kind) {
    case "once": {
      const by = day(due.by);
      return item(doneOn !== null ? "done" : asOf <= by ? "due" : "overdue", by);
    }
    case "yearly": {
      const year = schoolYearOf(asOf);
      const dueOn = dateIn(year, due.month, due.day);
      const lastDueOn = dateIn(schoolYear(year - 1), due.month, due.day);
      if (doneOn !== null && doneOn > lastDueOn) return item("done", dueOn);
      return item(asOf <= dueOn ? "due" : "overdue", dueOn);
    }
    case "renewal": {
      if (doneOn === null) return item("no-record", null);
      const dueOn = dateIn(
        schoolYear(schoolYearOf(doneOn) + due.everyYears),
        Number(doneOn.slice(5, 7)),
        Number(doneOn.slice(8, 10)),
      );
      return item(asOf <= dueOn ? "done" : "overdue", dueOn);
    }
    case "open":
      return item(doneOn === null ? "undated" : "done", null);
  }
}
