import { laterOf, plusDays, yearOf } from "./days.ts";
import { gradesOf, LADDER, type PlainMandate, type PlainRule } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { isEntrant, isSentSince, ordinaryYear, yearsIn } from "./school-life.ts";
import { termOf, type Term } from "./term.ts";
import { isBandOpen } from "./window.ts";

/** The due day of a requirement for one student, moved for one who came during the school year. */
export interface AskedBy {
  readonly term: Term;
  /** As for everybody. */
  readonly original: Term;
  /** Came to the district after the day by which others had to be done. */
  readonly cameTooLate: boolean;
  readonly graceEndsOn: string;
  readonly isEntrant: boolean;
}

export function askedBy(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asOf: string,
): AskedBy {
  const original = termOf(rule.due, student, asOf);
  const graceEndsOn = plusDays(student.enteredOn, mandate.entrantGraceDays);
  const came = isEntrant(student);
  const cameTooLate = came && original.kind === "named" && original.over < student.enteredOn;
  const rest = { original, cameTooLate, graceEndsOn, isEntrant: came };
  if (cameTooLate && rule.entrantDue !== undefined) {
    return { ...rest, term: termOf(rule.entrantDue, student, asOf) };
  }
  if (!came || original.kind !== "named") return { ...rest, term: original };
  const over = laterOf(original.over, graceEndsOn);
  return {
    ...rest,
    term: { ...original, sure: laterOf(original.sure, graceEndsOn), over, ruleDay: over },
  };
}

/** The first school year of a band of grades, on ordinary progress where no record says it. */
export const bandBegins = (student: PlainStudent, grades: readonly string[]): number => {
  const [lowest = ""] = [...grades].sort((a, b) => LADDER.indexOf(a) - LADDER.indexOf(b));
  return yearsIn(student, lowest)[0] ?? ordinaryYear(student, lowest);
};

/**
 * Whether what the records lack is lacking: every school year in which it could have been done was sent,
 * and the student was in the district when it was due.
 */
export function isLackKnown(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  { term, cameTooLate }: AskedBy,
): boolean {
  if (cameTooLate && rule.entrantDue === undefined) return false;
  const span = rule.span ?? "ever";
  if (span === "school-year") return true;
  if (typeof span === "object") {
    return (
      !isBandOpen(span, student) && isSentSince(student, bandBegins(student, span.grades ?? []))
    );
  }
  const governing = cameTooLate ? rule.entrantDue : rule.due;
  if (governing?.kind === "days-enrolled") {
    return isSentSince(student, bandBegins(student, gradesOf(mandate, rule)));
  }
  return term.kind !== "named" || isSentSince(student, yearOf(term.sure));
}
