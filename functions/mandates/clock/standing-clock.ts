import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import type { RequirementStanding } from "../../domain/plans/requirement-standing.ts";
import type { StandingAnswer } from "./answer.ts";
import type { ClockCase } from "./clock-case.ts";
import type { DueDay } from "./due-day.ts";
import { unchecked, type Found, type Part } from "./search-result.ts";
import type { Requirement } from "../rules/requirement.ts";

/** How a student stands on a requirement, without regard to a day by which it is asked. */
export const plainStanding = (
  requirement: Requirement,
  student: ClockCase,
  status: RequirementStanding,
  because: string,
): StandingAnswer => ({
  kind: "standing",
  requirement,
  status,
  because,
  dueOn: null,
  daysLeft: null,
  owner: student.calendar.school,
  evidence: [],
});

/**
 * What was found against the day it is due, each thing by itself, and the least favorable of them. What
 * is not due yet does not apply yet; what two readings of the text would judge differently, and what
 * rests on a text that nobody checked, cannot be determined.
 */
export function clockedStanding(
  requirement: Requirement,
  student: ClockCase,
  parts: readonly Part[],
  due: DueDay,
  asOf: Day,
): StandingAnswer {
  const dueOn = due.kind === "day" ? due.on : null;
  const judged = parts.map(({ found, status }): Judged => {
    const one = judge(found, due, asOf);
    const mustRead = unchecked(requirement.citation, status);
    return one.status === "not-met" && mustRead !== null ? open(`${one.because} ${mustRead}`) : one;
  });
  const { status, because } = leastFavorable(judged);
  const isDone = parts.every(({ found }) => found.kind === "done" || found.kind === "holds");
  return {
    ...plainStanding(requirement, student, status, because),
    dueOn,
    daysLeft: isDone || dueOn === null ? null : daysBetween(asOf, dueOn),
    ...(parts.some(({ found }) => isOpenForGood(found)) && { isUnrecorded: true }),
    evidence: isDone
      ? parts.flatMap(({ found }) => ("evidence" in found ? found.evidence : []))
      : [],
  };
}

/** What no record can show to be missing: it never becomes "not met". */
const isOpenForGood = (found: Found): boolean =>
  found.kind === "unknown" || (found.kind === "absent" && !found.isWhole);

/** Of several things: the first that is not met, else one that is open, else one not due yet; met with the last. */
function leastFavorable(judged: readonly Judged[]): Judged {
  for (const status of ["not-met", "not-determinable", "not-applicable"] as const) {
    const found = judged.find((one) => one.status === status);
    if (found !== undefined) return found;
  }
  const [first, ...rest] = judged;
  if (first === undefined) return open("The rule names nothing that it asks for.");
  return rest.reduce((a, b) => ((b.on ?? "") > (a.on ?? "") ? b : a), first);
}

interface Judged {
  readonly status: RequirementStanding;
  readonly because: string;
  /** When what is met was done. */
  readonly on?: Day;
}
const met = (because: string, on?: Day): Judged => ({
  status: "met",
  because,
  ...(on === undefined ? {} : { on }),
});
const notMet = (because: string): Judged => ({ status: "not-met", because });
const notYet = (because: string): Judged => ({ status: "not-applicable", because });
const open = (because: string): Judged => ({ status: "not-determinable", because });
const doneOn = (on: Day | null): string =>
  on === null ? "It is done, on a day that no record gives" : `It was done on ${on}`;

function judge(found: Found, due: DueDay, asOf: Day): Judged {
  if (found.kind === "holds") return met(found.because, asOf);
  switch (due.kind) {
    case "open":
      return found.kind === "done"
        ? met(`${doneOn(found.on)}.`, found.on ?? undefined)
        : open(`${found.because} ${due.because}`);
    case "unknown":
      return open(
        found.kind === "done"
          ? `${doneOn(found.on)}; whether in time cannot be told. ${due.because}`
          : `${found.because} ${due.because}`,
      );
    case "later":
      return found.kind === "done"
        ? met(`${doneOn(found.on)}.`, found.on ?? undefined)
        : notYet(`It is not due before ${due.notBefore}.`);
    case "past":
      return afterAnEarlierYear(found, due.before, due.about);
    case "day":
      return againstDay(found, due.on, due.latest, asOf);
  }
}

type Dated = Exclude<Found, { kind: "holds" }>;

/** Due in a school year before this one, by ordinary progress until `about`: no record says in which. */
function afterAnEarlierYear(found: Dated, before: Day, about: Day): Judged {
  switch (found.kind) {
    case "done":
      if (found.on !== null && found.on <= about) {
        return met(
          `${doneOn(found.on)}, by ${about}, when it was due on ordinary progress.`,
          found.on,
        );
      }
      return found.isEarliest && found.on !== null && found.on >= before
        ? notMet(`${doneOn(found.on)}, but was due before ${before}.`)
        : open(
            `It was due before ${before}, and no record of those years says by when it was done.`,
          );
    case "absent":
      return found.isWhole
        ? notMet(`${found.because} It was due before ${before}.`)
        : open(`${found.because} It was due before ${before}, ${NOT_SENT}`);
    case "unknown":
      return open(`${found.because} It was due before ${before}.`);
  }
}

const NOT_SENT = "and the records of the time in which it could be done were not all sent.";

function againstDay(found: Dated, on: Day, latest: Day, asOf: Day): Judged {
  if (found.kind === "done") {
    if (found.on !== null && found.on <= on) {
      return met(`${doneOn(found.on)}, by the due day ${on}.`, found.on);
    }
    if (found.on === null) {
      return asOf <= on
        ? met(`${doneOn(null)}; it is due on ${on}.`)
        : open(`${doneOn(null)}; whether by the due day ${on} cannot be told.`);
    }
    if (!found.isEarliest) {
      return open(`It was due on ${on}; it may have been done before ${found.on}, on no record.`);
    }
    return found.on > latest
      ? notMet(`${doneOn(found.on)}, after the due day ${latest}.`)
      : open(between(doneOn(found.on), on, latest));
  }
  if (asOf <= on) return notYet(`It is due on ${on}. ${found.because}`);
  if (found.kind === "unknown") return open(`${found.because} It was due on ${on}.`);
  if (!found.isWhole) return open(`${found.because} It was due on ${on}, ${NOT_SENT}`);
  return asOf > latest
    ? notMet(`${found.because} It was due on ${latest}.`)
    : open(between(found.because.replace(/\.$/, ""), on, latest));
}

const between = (what: string, on: Day, latest: Day): string =>
  `${what}; the text can be read as due on ${on} or on ${latest}.`;
