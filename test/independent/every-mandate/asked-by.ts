import { laterOf, plusDays, yearOf } from "./days.ts";
import { gradesOf, type PlainDue, type PlainMandate, type PlainRule } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { isEntrant, isHeldSince } from "./school-life.ts";
import { termOf, type Term } from "./term.ts";
import { firstYearOf } from "./window.ts";

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
    term: {
      ...original,
      ...{ sure: laterOf(original.sure, graceEndsOn), over, ruleDay: over, isUnnamed: false },
    },
  };
}

/** A due day that returns each school year, so that what is due once may have been done in an earlier one. */
const returnsEachYear = ({ kind, grade }: PlainDue): boolean =>
  ["days-enrolled", "year-end", "share-of-year"].includes(kind) ||
  (kind === "calendar-date" && grade === undefined);

/**
 * Whether what the records lack is lacking: every school year in which it could be done was sent, and the
 * student was in the district then and when it was due.
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
  if (typeof span === "object")
    return isHeldSince(student, firstYearOf(student, span.grades ?? []));
  const governing = cameTooLate ? (rule.entrantDue ?? rule.due) : rule.due;
  const mayBeOfAnyGrade = rule.kind !== "plan" || returnsEachYear(governing);
  if (mayBeOfAnyGrade && !isHeldSince(student, firstYearOf(student, gradesOf(mandate, rule)))) {
    return false;
  }
  return term.kind !== "named" || isHeldSince(student, yearOf(term.sure));
}
