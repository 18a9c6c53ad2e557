import type { Attestation } from "../../domain/plans/attestation.ts";
import { EXEMPTION_REASONS, type Exemption } from "../../domain/plans/exemption.ts";
import { studentId, type StudentId } from "../../domain/ids.ts";
import { ASSENT_DEGREES, type PlanAssent } from "../../domain/plans/plan-assent.ts";
import { PLAN_COMPONENTS, type ComponentEntry } from "../../domain/plans/plan-component.ts";
import { PARTICIPANTS } from "../../domain/plans/plan.ts";
import type { RuleConfirmation } from "../../domain/plans/rule-confirmation.ts";
import { STUDENT_EVENTS, type StudentEvent } from "../../domain/people/student-event.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { Fields } from "../values/fields.ts";
import { readDates } from "../roster/roster-rows.ts";
import { missDay } from "./plan-rows.ts";

interface OfStudent {
  readonly student: StudentId;
}
/** An assent, component or event with its student. */
export type AssentOf = PlanAssent & OfStudent;
export type ComponentOf = ComponentEntry &
  OfStudent & {
    /** The entry's own identifier; empty where the export has none. */
    readonly entry: string;
  };
export type EventOf = StudentEvent & OfStudent;

export const exemption = (fields: Fields): Exemption => {
  const { enteredOn, withdrewOn } = readDates(fields, "from", "until");
  return {
    student: studentId(fields.id("student")),
    requirement: fields.id("requirement"),
    reason: fields.oneOf("reason", EXEMPTION_REASONS) ?? "other",
    decidedBy: fields.text("decidedBy"),
    from: enteredOn,
    until: withdrewOn,
  };
};

export const attestation = (fields: Fields): Attestation => {
  const { enteredOn, withdrewOn } = readDates(fields, "from", "until");
  return {
    student: studentId(fields.id("student")),
    requirement: fields.id("requirement"),
    isMet: fields.yesNo("isMet") === true,
    reason: fields.text("reason"),
    attestedBy: fields.text("attestedBy"),
    from: enteredOn,
    until: withdrewOn,
  };
};

export const planAssent = (fields: Fields): AssentOf => ({
  student: studentId(fields.id("student")),
  role: fields.oneOf("role", PARTICIPANTS) ?? "other",
  degree: fields.oneOf("degree", ASSENT_DEGREES) ?? "notice",
  givenOn: dayOrMissed(fields, "givenOn"),
  isDesignee: fields.yesNo("isDesignee") === true,
  isGoodFaithEffort: fields.yesNo("isGoodFaithEffort") === true,
});

export const planComponent = (fields: Fields): ComponentOf => ({
  student: studentId(fields.id("student")),
  component: fields.oneOf("component", PLAN_COMPONENTS) ?? "portfolio",
  enteredOn: dayOrMissed(fields, "enteredOn"),
  quantity: fields.number("quantity") ?? 1,
  strand: fields.text("strand"),
  // In one order, since the order in which they are written makes no other entry of it.
  marks: listed(fields.text("marks")).toSorted(),
  entry: fields.id("entry"),
});

export const studentEvent = (fields: Fields): EventOf => ({
  student: studentId(fields.id("student")),
  kind: fields.oneOf("event", STUDENT_EVENTS) ?? "plan-changed",
  occurredOn: fields.requiredDay("occurredOn"),
});

export const confirmation = (fields: Fields): RuleConfirmation => ({
  mandate: fields.id("mandate"),
  requirement: fields.id("requirement"),
  isWithdrawn: fields.yesNo("isWithdrawn") === true,
  by: fields.text("by"),
  source: fields.text("source"),
  on: fields.requiredDay("on"),
  rule: fields.id("rule"),
  recordedAt: fields.text("recordedAt"),
});

/** The day on which something was done; null if nobody can say, which is noted: it was done all the same. */
function dayOrMissed(fields: Fields, field: string): Day | null {
  const on = fields.day(field);
  if (on === null) missDay(fields, field);
  return on;
}

const listed = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(";")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  ),
];
