import { daysBetween, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import type { RequirementStanding } from "../../domain/plans/requirement-standing.ts";
import type { StandingAnswer } from "./answer.ts";
import type { ClockCase } from "./clock-case.ts";
import type { DueDay } from "./due-day.ts";
import { unchecked, type SearchResult, type Part } from "./search-result.ts";
import type { Requirement } from "../rules/requirement.ts";

/** How a student stands on a requirement without a due day. */
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
 * Compares each thing that was found with its due day, and takes the least favorable result. What
 * is not due yet does not apply yet. If two readings of the text give different results, or nobody
 * checked the text, the answer cannot be determined.
 */
export function clockedStanding(
  requirement: Requirement,
  student: ClockCase,
  parts: readonly Part[],
  due: DueDay,
  asOf: Day,
): StandingAnswer {
  const judged = parts.map(({ result, status }): Judged => {
    const verdict = judge(result, due, asOf);
    const mustRead = unchecked(requirement.citation, status);
    return verdict.status === "not-met" && mustRead !== null
      ? { ...verdict, ...open(`${verdict.because} ${mustRead}`) }
      : verdict;
  });
  const { status, because, lateAfter } = leastFavorable(judged);
  const dueOn = lateAfter ?? (due.kind === "day" ? due.on : null);
  const isDone = parts.every(({ result }) => result.kind === "done" || result.kind === "holds");
  const answer: StandingAnswer = {
    kind: "standing",
    requirement,
    status,
    because,
    dueOn,
    daysLeft: isDone || dueOn === null ? null : daysBetween(asOf, dueOn),
    owner: student.calendar.school,
    evidence: isDone
      ? parts.flatMap(({ result }) => ("evidence" in result ? result.evidence : []))
      : [],
  };
  return parts.some(({ result }) => isOpenForGood(result))
    ? { ...answer, isUnrecorded: true }
    : answer;
}

/** Whether no record can show that it is missing: it never becomes "not met". */
const isOpenForGood = (result: SearchResult): boolean =>
  result.kind === "unknown" || (result.kind === "absent" && !result.isWhole);

/**
 * The result of several things: one that is not met; otherwise one that cannot be determined;
 * otherwise one that is not due yet; otherwise met, with the last one. Of several that are not met,
 * the first that is missing; if all were done too late, the last one.
 */
function leastFavorable(judged: readonly Judged[]): Judged {
  for (const status of ["not-met", "not-determinable", "not-applicable"] as const) {
    const such = judged.filter((verdict) => verdict.status === status);
    const [first, ...rest] = such;
    if (first !== undefined) return such.find(({ on }) => on === undefined) ?? lastOf(first, rest);
  }
  const [first, ...rest] = judged;
  return first === undefined
    ? open("The rule does not say what it requires.")
    : lastOf(first, rest);
}

const lastOf = (first: Judged, rest: readonly Judged[]): Judged =>
  rest.reduce((a, b) => ((b.on ?? "") > (a.on ?? "") ? b : a), first);

interface Judged {
  readonly status: RequirementStanding;
  readonly because: string;
  /** The day on which it was done, in time or too late. */
  readonly on?: Day;
  /** The later reading of the due day, where it has passed and decides. */
  readonly lateAfter?: Day;
}
const met = (because: string, on?: Day): Judged =>
  on === undefined ? { status: "met", because } : { status: "met", because, on };
const notMet = (because: string, on?: Day): Judged =>
  on === undefined ? { status: "not-met", because } : { status: "not-met", because, on };
const notYet = (because: string): Judged => ({ status: "not-applicable", because });
const open = (because: string): Judged => ({ status: "not-determinable", because });
const doneOn = (on: Day | null): string =>
  on === null ? "It is done, but no record gives the date" : `It was done on ${longDay(on)}`;

function judge(result: SearchResult, due: DueDay, asOf: Day): Judged {
  if (result.kind === "holds") return met(result.because, asOf);
  switch (due.kind) {
    case "open":
      return result.kind === "done"
        ? met(`${doneOn(result.on)}.`, result.on ?? undefined)
        : open(`${result.because} ${due.because}`);
    case "unknown":
      return open(
        result.kind === "done"
          ? `${doneOn(result.on)}; whether it was on time is unknown. ${due.because}`
          : `${result.because} ${due.because}`,
      );
    case "later":
      return result.kind === "done"
        ? met(`${doneOn(result.on)}.`, result.on ?? undefined)
        : notYet(`It is not due before ${longDay(due.notBefore)}.`);
    case "past":
      return afterAnEarlierYear(result, due.before, due.about);
    case "day":
      return againstDay(result, due.on, due.latest, asOf);
  }
}

type Dated = Exclude<SearchResult, { kind: "holds" }>;

/**
 * The result of something due in an earlier school year, by ordinary progress until `about`: no
 * record says in which year.
 */
function afterAnEarlierYear(result: Dated, before: Day, about: Day): Judged {
  switch (result.kind) {
    case "done":
      if (result.on !== null && result.on <= about) {
        return met(
          `${doneOn(result.on)}, by ${longDay(about)}, when it is usually due.`,
          result.on,
        );
      }
      return result.isEarliest && result.on !== null && result.on >= before
        ? notMet(`${doneOn(result.on)}, but was due before ${longDay(before)}.`, result.on)
        : open(
            `It was due before ${longDay(before)}, and no record of those years shows when it was done.`,
          );
    case "absent":
      return result.isWhole
        ? notMet(`${result.because} It was due before ${longDay(before)}.`)
        : open(`${result.because} It was due before ${longDay(before)}, ${NOT_SENT}`);
    case "unknown":
      return open(`${result.because} It was due before ${longDay(before)}.`);
  }
}

const NOT_SENT = "and not all records of that time were sent.";

function againstDay(result: Dated, on: Day, latest: Day, asOf: Day): Judged {
  if (result.kind === "done") {
    if (result.on !== null && result.on <= on) {
      return met(`${doneOn(result.on)}, by the due date, ${longDay(on)}.`, result.on);
    }
    if (result.on === null) {
      return asOf <= on
        ? met(`${doneOn(null)}; it is due on ${longDay(on)}.`)
        : open(`${doneOn(null)}; whether that was by the due date, ${longDay(on)}, is unknown.`);
    }
    if (!result.isEarliest) {
      return open(
        `It was due on ${longDay(on)}; it may have been done before ${longDay(result.on)} without a record.`,
      );
    }
    return result.on > latest
      ? {
          ...notMet(`${doneOn(result.on)}, after the due date, ${longDay(latest)}.`, result.on),
          lateAfter: latest,
        }
      : open(between(doneOn(result.on), on, latest));
  }
  if (asOf <= on) return notYet(`It is due on ${longDay(on)}. ${result.because}`);
  if (result.kind === "unknown") return open(`${result.because} It was due on ${longDay(on)}.`);
  if (!result.isWhole) return open(`${result.because} It was due on ${longDay(on)}, ${NOT_SENT}`);
  return asOf > latest
    ? { ...notMet(`${result.because} It was due on ${longDay(latest)}.`), lateAfter: latest }
    : open(between(result.because.replace(/\.$/, ""), on, latest));
}

const between = (what: string, on: Day, latest: Day): string =>
  `${what}; the text can be read as due on ${longDay(on)} or on ${longDay(latest)}.`;
