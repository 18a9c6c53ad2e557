import { FIRST_DAY, LAST_DAY, laterOf, plusDays, yearOf } from "./days.ts";
import { gradesOf, type PlainDue, type PlainMandate, type PlainRule } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { calendarOf, isEntrant, isHeldSince, isInProgram, lastEvent } from "./school-life.ts";
import { termOf, type Term } from "./term.ts";
import { firstYearOf } from "./window.ts";

/** The due day of a requirement for one student, moved for one who came during a school year. */
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
  everSince: PlainStudent,
  asOf: string,
): AskedBy {
  const original = termOf(rule.due, everSince, asOf);
  const student = sinceReturn(mandate, everSince, original);
  const graceEndsOn = plusDays(student.enteredOn, mandate.entrantGraceDays);
  const came = isEntrant(student);
  const cameTooLate =
    original.kind === "named" &&
    (came
      ? original.over < student.enteredOn
      : student.presentSince !== null && original.ruleDay < student.presentSince);
  const rest = { original, cameTooLate, graceEndsOn, isEntrant: came };
  const until = came ? graceEndsOn : graceOfThen(mandate, student);
  const term =
    cameTooLate && rule.entrantDue !== undefined
      ? termOf(rule.entrantDue, student, asOf)
      : original.kind === "named" && until !== null
        ? notBefore(original, until)
        : original;
  return { ...rest, term: sinceSetOff(rule, student, term, asOf) };
}

/** A student to whom it fell due while away came, for this rule, on the day of return. */
function sinceReturn(
  { entrantGraceDays }: PlainMandate,
  student: PlainStudent,
  { kind, ruleDay }: Term,
): PlainStudent {
  const { away, enteredOn } = student;
  if (away === null || kind !== "named") return student;
  const by = isEntrant(student) ? laterOf(ruleDay, plusDays(enteredOn, entrantGraceDays)) : ruleDay;
  return by < away.from ? student : { ...student, enteredOn: away.until };
}

/** The last of the days of grace of who came after the first day of an earlier school year. */
function graceOfThen({ entrantGraceDays }: PlainMandate, student: PlainStudent): string | null {
  const { presentSince, year } = student;
  if (presentSince === null || yearOf(presentSince) >= year) return null;
  const [firstDay] = calendarOf(student, yearOf(presentSince));
  return firstDay !== undefined && presentSince > firstDay
    ? plusDays(presentSince, entrantGraceDays)
    : null;
}

/** Due no sooner than a day, by each reading. */
function notBefore(term: Term, until: string): Term {
  if (term.sure >= until || (term.isUnnamed && term.ruleDay >= until)) return term;
  const over = term.isUnnamed ? until : laterOf(term.over, until);
  return { ...term, sure: until, over, ruleDay: over, isUnnamed: false };
}

/** What was set off after its due day is due on no day that the text names. */
function sinceSetOff(
  { appliesTo }: PlainRule,
  student: PlainStudent,
  term: Term,
  asOf: string,
): Term {
  if (term.kind !== "named") return term;
  const event =
    appliesTo?.after === undefined
      ? null
      : lastEvent(student, appliesTo.after.event, FIRST_DAY, asOf);
  const [program] = (student.programs ?? [])
    .filter(
      (program) =>
        isInProgram(program, asOf) && appliesTo?.programs?.anyOf?.includes(program.program),
    )
    .map(({ beganOn }) => beganOn)
    .sort();
  return [event, program].some((on) => (on ?? "") > term.ruleDay)
    ? { ...term, kind: "none", sure: LAST_DAY, over: LAST_DAY, ruleDay: asOf, isUnnamed: false }
    : term;
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
