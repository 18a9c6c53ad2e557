import { daysBetween, type Day } from "../domain/day.ts";
import type { RequirementStanding } from "../domain/requirement-standing.ts";
import type { StandingAnswer } from "./answer.ts";
import type { ClockCase } from "./clock-case.ts";
import type { DueDay } from "./due-day.ts";
import type { Found } from "./found.ts";
import type { Requirement } from "./requirement.ts";

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
 * What was found against the day it is due. What is not due yet does not apply yet; what two
 * readings of the text would judge differently cannot be determined.
 */
export function clockedStanding(
  requirement: Requirement,
  student: ClockCase,
  found: Found,
  due: DueDay,
  asOf: Day,
): StandingAnswer {
  const dueOn = due.kind === "day" ? due.on : null;
  const { status, because } = judged(found, due, asOf);
  return {
    ...plainStanding(requirement, student, status, because),
    dueOn,
    daysLeft: found.kind === "done" || dueOn === null ? null : daysBetween(asOf, dueOn),
    evidence: found.kind === "done" ? found.evidence : [],
  };
}

interface Judged {
  readonly status: RequirementStanding;
  readonly because: string;
}
const met = (because: string): Judged => ({ status: "met", because });
const notMet = (because: string): Judged => ({ status: "not-met", because });
const notYet = (because: string): Judged => ({ status: "not-applicable", because });
const open = (because: string): Judged => ({ status: "not-determinable", because });

function judged(found: Found, due: DueDay, asOf: Day): Judged {
  switch (due.kind) {
    case "open":
      return found.kind === "done"
        ? met(`It was done on ${found.on}.`)
        : open(`${found.because} ${due.because}`);
    case "unknown":
      return open(
        found.kind === "done"
          ? `It was done on ${found.on}; whether in time cannot be told. ${due.because}`
          : `${found.because} ${due.because}`,
      );
    case "later":
      return found.kind === "done"
        ? met(`It was done on ${found.on}.`)
        : notYet(`It is not due before ${due.notBefore}.`);
    case "past":
      return afterAnEarlierYear(found, due.before);
    case "day":
      return againstDay(found, due.on, due.latest, asOf);
  }
}

function afterAnEarlierYear(found: Found, before: Day): Judged {
  switch (found.kind) {
    case "done":
      return found.isEarliest && found.on >= before
        ? notMet(`It was done on ${found.on}, but was due before ${before}.`)
        : open(
            `It was due before ${before}, and no record of those years says by when it was done.`,
          );
    case "absent":
      return notMet(`${found.because} It was due before ${before}.`);
    case "unknown":
      return open(`${found.because} It was due before ${before}.`);
  }
}

function againstDay(found: Found, on: Day, latest: Day, asOf: Day): Judged {
  if (found.kind === "done") {
    if (found.on <= on) return met(`It was done on ${found.on}, by the due day ${on}.`);
    if (!found.isEarliest) {
      return open(`It was due on ${on}; it may have been done before ${found.on}, on no record.`);
    }
    return found.on > latest
      ? notMet(`It was done on ${found.on}, after the due day ${latest}.`)
      : open(between(`It was done on ${found.on}`, on, latest));
  }
  if (asOf <= on) return notYet(`It is due on ${on}. ${found.because}`);
  if (found.kind === "unknown") return open(`${found.because} It was due on ${on}.`);
  return asOf > latest
    ? notMet(`${found.because} It was due on ${latest}.`)
    : open(between(found.because.replace(/\.$/, ""), on, latest));
}

const between = (what: string, on: Day, latest: Day): string =>
  `${what}; the text can be read as due on ${on} or on ${latest}.`;
