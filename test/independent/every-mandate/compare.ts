import type { Day } from "../../../functions/domain/calendar/day.ts";
import { standingOf } from "../../../functions/mandates/clock/answer.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import type { ClockCase } from "../../../functions/mandates/clock/clock-case.ts";
import type { MandateProfile } from "../../../functions/mandates/rules/mandate-profile.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { clockCaseOf } from "./clock-case-of.ts";
import { plusDays, yearEnds } from "./days.ts";
import { districtOf } from "./district.ts";
import { inventedMandate } from "./invented-mandate.ts";
import { PLAIN_MANDATES, type PlainMandate, type PlainRule } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { seeded } from "./seeded.ts";
import { answerTo } from "./verdict.ts";

/** A mandate as the clock has it, and as its file. */
export interface Mandate {
  readonly profile: MandateProfile;
  readonly plain: PlainMandate;
}

/** Those of the project. */
export const EVERY_MANDATE: readonly Mandate[] = PLAIN_MANDATES.map((plain) => ({
  plain,
  profile: mandateById(plain.id),
}));

export const inventedMandates = (from: number, count: number): readonly Mandate[] =>
  Array.from({ length: count }, (_, index) => {
    const plain = inventedMandate(from + index);
    return { plain, profile: plain as unknown as MandateProfile };
  });

/** One requirement on which the clock and the second evaluation say different things of a student. */
export interface Disagreement {
  readonly mandate: string;
  readonly requirement: string;
  readonly rule: PlainRule;
  readonly asOf: string;
  readonly clock: string;
  readonly because: string;
  readonly second: string;
  readonly student: PlainStudent;
}

export interface Comparison {
  readonly answers: number;
  /** How often each answer was given: "content not-met". */
  readonly given: ReadonlyMap<string, number>;
  readonly disagreements: readonly Disagreement[];
}

/** Every answer for each student of a district on some days, by both, under each mandate. */
export function compareDistrict(
  mandates: readonly Mandate[],
  { seed, students, days }: { readonly seed: number; students: number; days: number },
): Comparison {
  const chance = seeded(seed * 7919);
  const given = new Map<string, number>();
  const disagreements: Disagreement[] = [];
  let answers = 0;
  for (const student of districtOf(seed, students)) {
    const records = clockCaseOf(student);
    const turning = asOfDays(student);
    for (let count = 0; count < days && turning.length > 0; count++) {
      const asOf = chance.oneOf(turning);
      for (const mandate of mandates) {
        answers += mandate.plain.requirements.length;
        disagreements.push(...disagreementsOf(mandate, student, records, asOf, given));
      }
    }
  }
  return { answers, given, disagreements };
}

/** The day before, on and after each day on which the student's answers turn, while the student is in the district. */
export const asOfDays = ({ turnsOn, enteredOn, away, year }: PlainStudent): readonly string[] =>
  [...turnsOn, plusDays(yearEnds(year), -20)]
    .flatMap((on) => [-1, 0, 1].map((days) => plusDays(on, days)))
    .filter((on) => on >= (away?.until ?? enteredOn) && on <= yearEnds(year));

/** Where both differ on one student on one day: in the standing, or of a review in the status. */
export function disagreementsOf(
  { profile, plain }: Mandate,
  student: PlainStudent,
  records: ClockCase,
  asOf: string,
  given = new Map<string, number>(),
): readonly Disagreement[] {
  const disagreements: Disagreement[] = [];
  for (const [index, answer] of assess(profile, records, asOf as Day).entries()) {
    const rule = plain.requirements[index];
    if (rule?.id !== answer.requirement.id) throw new Error(`${plain.id} lost a requirement`);
    const own = answerTo(plain, rule, student, asOf);
    const status = own.status === "without-calendar" ? "not-yet-assessable" : own.status;
    const name = `${rule.kind} ${status}`;
    given.set(name, (given.get(name) ?? 0) + 1);
    const standing = standingOf(answer);
    if (standing === own.standing && answer.status === status) continue;
    disagreements.push({
      ...{ mandate: plain.id, requirement: rule.id, rule, asOf, student },
      ...{ clock: `${standing} (${answer.status})`, because: answer.because },
      second: `${own.standing} (${status})`,
    });
  }
  return disagreements;
}

/** The disagreement with the rule and the student's records, without what is not there; calendars by their first and last day. */
export function describeDisagreement({ student, rule, ...both }: Disagreement): string {
  const { calendar, earlierCalendars, turnsOn: _days, ...records } = student;
  const spanOf = (days: readonly string[]): string =>
    `${days.length} days, ${days[0] ?? "none"} to ${days.at(-1) ?? "none"}`;
  const earlier = [...earlierCalendars].map(([year, days]) => `${year}: ${spanOf(days)}`);
  const { name: _name, rule: _words, citation: _citation, read: _read, ...asked } = rule;
  const lines = [
    ...Object.entries(both),
    ...[["asked", asked] as const, ["calendar", spanOf(calendar)] as const],
    ...[["earlier calendars", earlier] as const, ...Object.entries(records)],
  ];
  return lines
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`)
    .join("\n");
}
