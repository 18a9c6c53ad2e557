import { assentsBy, counts } from "../independent/every-mandate/assents.ts";
import { entriesOf } from "../independent/every-mandate/contents.ts";
import { FIRST_DAY, LAST_DAY } from "../independent/every-mandate/days.ts";
import type { PlainMandate, PlainRule } from "../independent/every-mandate/plain-mandates.ts";
import type { PlainStudent } from "../independent/every-mandate/plain-records.ts";
import { acceptedPlans, hasOpenPlan, heldReviews } from "../independent/every-mandate/plans.ts";
import { lastEvent } from "../independent/every-mandate/school-life.ts";
import { windowBegins } from "../independent/every-mandate/window.ts";

/** Whether a sentence that denies a record is true of the records; "none" of a sentence that denies nothing. */
export function denialOf(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asOf: string,
  because: string,
): "true" | "false" | "none" {
  const span = rule.span ?? "school-year";
  const after = typeof span === "object" ? span.after : undefined;
  const since =
    after === undefined
      ? windowBegins(span, student)
      : (lastEvent(student, after, FIRST_DAY, asOf) ?? LAST_DAY);
  const denied = DENIALS.map(([words, isThere]) => {
    const match = words.exec(because);
    return match === null
      ? []
      : [isThere({ mandate, rule, student, asOf, since, named: match[1] ?? "" })];
  }).flat();
  if (denied.length === 0) return "none";
  return denied.some((isThere) => isThere) ? "false" : "true";
}

interface Question {
  readonly mandate: PlainMandate;
  readonly rule: PlainRule;
  readonly student: PlainStudent;
  readonly asOf: string;
  readonly since: string;
  /** What the sentence names. */
  readonly named: string;
}

/** What a sentence says is not there, and whether it is. */
const DENIALS: readonly (readonly [RegExp, (asked: Question) => boolean])[] = [
  [
    /no plan that the mandate accepts is on record/i,
    ({ mandate, student, asOf }) => acceptedPlans(mandate, student, asOf).length > 0,
  ],
  [
    /no plan that the mandate accepts is open/i,
    ({ mandate, student, asOf }) => hasOpenPlan(mandate, student, asOf),
  ],
  [
    /no plan is on record/i,
    ({ student, asOf }) => student.plans.some(({ openedOn }) => openedOn <= asOf),
  ],
  [
    /no plan of the school year/i,
    ({ mandate, student, asOf }) =>
      acceptedPlans(mandate, student, asOf).some(({ year }) => year === student.year),
  ],
  [
    /no review (was|is) (held|on record as held)/i,
    ({ mandate, rule, student, asOf, since }) =>
      heldReviews(mandate, student, asOf, rule.needsPlan === false).some(
        ({ heldOn }) => heldOn >= since,
      ),
  ],
  [
    /the plan has no ([a-z -]+?)[.;]/i,
    ({ mandate, student, asOf, since, named }) =>
      entriesOf(mandate, student, asOf, asOf).some(
        ({ component, enteredOn }) =>
          enteredOn >= since && component.replaceAll("-", " ") === named,
      ),
  ],
  [
    /no ([^.]+) is recorded\./i,
    ({ mandate, rule, student, asOf, since, named }) =>
      (rule.of ?? [])
        .filter(({ degree, who }) => `${degree.replaceAll("-", " ")} by ${who}` === named)
        .some((signer) =>
          assentsBy(mandate, student, asOf).some(
            (given) => given.givenOn >= since && counts(given, signer),
          ),
        ),
  ],
  [
    /no record says: ([a-z ]+)\./i,
    ({ student, asOf, since, named }) =>
      (student.events ?? []).some(
        ({ kind, occurredOn }) =>
          kind.replaceAll("-", " ") === named && occurredOn >= since && occurredOn <= asOf,
      ),
  ],
];
