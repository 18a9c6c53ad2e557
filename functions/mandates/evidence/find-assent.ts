import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { ASSENT_DEGREES, isAtLeast, type PlanAssent } from "../../domain/plans/plan-assent.ts";
import type { PlanReview } from "../../domain/plans/plan.ts";
import type { Collected } from "../rules/collected.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { birthday } from "../clock/due-day.ts";
import type { DueFor } from "../clock/due-for.ts";
import {
  absent,
  done,
  holds,
  unknown,
  type Part,
  type SearchResult,
} from "../clock/search-result.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { assentWords } from "../rules/assent-words.ts";
import type { Assent, AssentRequirement } from "../rules/requirement.ts";
import { isAbsenceKnown, spanStart } from "../clock/span.ts";
import { lastEvent } from "../clock/student-events.ts";
import {
  assentGiven,
  FIRST_DAY,
  fulfills,
  isAnybodyUnlisted,
  knowsNoPlan,
  type DatedAssent,
  undatedAssents,
} from "./assent-given.ts";
import { undatedReviews, undatedWords } from "./plan-records.ts";

/** From this age on, nobody else has to assent. */
const AGE_OF_MAJORITY = 18;

/**
 * Who took part, and how far: one part for each line, from the records of assent and, for taking
 * part, from the reviews. Assent given before a change that re-opens the plan is no longer valid.
 */
export function findAssent(
  mandate: MandateProfile,
  requirement: AssentRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): readonly Part[] {
  const { birthOn } = moreOf(student);
  const asked = assentsAsked(requirement, student, asOf);
  if (asked.length === 0 && birthOn !== null) {
    const ofAgeOn = birthday(birthOn, AGE_OF_MAJORITY);
    const because = `The student has been of age since ${longDay(ofAgeOn)}, so it is not required.`;
    return [{ result: holds(because, []), status: requirement.status }];
  }
  const records = assentRecords(mandate, requirement, student, dueOf, asOf);
  return asked.map((line) => ({
    result: resultFor(line, records),
    status: line.status ?? requirement.status,
  }));
}

/** Of an adult student, lines for minors are not asked. */
export function assentsAsked(
  { of }: AssentRequirement,
  student: ClockCase,
  asOf: Day,
): readonly Assent[] {
  const { birthOn } = moreOf(student);
  const isOfAge = birthOn !== null && asOf >= birthday(birthOn, AGE_OF_MAJORITY);
  return of.filter(({ isOnlyForMinors }) => !(isOnlyForMinors && isOfAge));
}

/** The records of one student that show the assent that a requirement asks for. */
interface AssentRecords {
  /** Assent whose day counts. */
  readonly given: readonly DatedAssent[];
  /** Assent that may have been given on any day. */
  readonly undated: readonly PlanAssent[];
  /** Whether the exports have records of assent, in addition to what reviews show. */
  readonly areSent: boolean;
  readonly collected: Collected | undefined;
  readonly isBirthKnown: boolean;
  /** Whether a review names somebody by a word that is not listed. */
  readonly isAnybodyUnlisted: boolean;
  /** Reviews of which nobody can say whether, or on which day, they were held. */
  readonly undatedReviews: readonly PlanReview[];
  /** Whether it is the assent of one school year, in which a review shows who took part. */
  readonly isOfSchoolYear: boolean;
  /** Whether all records that could show it were sent. */
  readonly isWhole: boolean;
  /** The day of the change that re-opened the plan. */
  readonly changedOn: Day | null;
}

function assentRecords(
  mandate: MandateProfile,
  requirement: AssentRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): AssentRecords {
  const { assents, birthOn, events, collected } = moreOf(student);
  const { span, reopenedBy } = requirement;
  const spanBegan = spanStart(span, student, asOf);
  const change = reopenedBy === undefined ? null : lastEvent(events, reopenedBy, spanBegan, asOf);
  const since = change?.occurredOn ?? spanBegan;
  return {
    given: assentGiven(mandate, student, since, asOf),
    undated: undatedAssents(student),
    areSent: assents !== null,
    collected,
    isBirthKnown: birthOn !== null,
    isAnybodyUnlisted: isAnybodyUnlisted(mandate, student, since, asOf),
    undatedReviews: undatedReviews(
      mandate,
      documentsOf(student),
      asOf,
      since ?? FIRST_DAY,
      knowsNoPlan(mandate),
    ),
    isOfSchoolYear: span === "school-year",
    isWhole: change !== null || isAbsenceKnown(mandate, requirement, span, student, dueOf, asOf),
    changedOn: change?.occurredOn ?? null,
  };
}

/** What the records show for one line of the rule. */
function resultFor(asked: Assent, records: AssentRecords): SearchResult {
  const { given, isBirthKnown, isWhole } = records;
  const isForMinorsUnknown = asked.isOnlyForMinors === true && !isBirthKnown;
  const first = given
    .filter((record) => fulfills(record, asked))
    .reduce<DatedAssent | null>((a, b) => (a === null || b.givenOn < a.givenOn ? b : a), null);
  if (first !== null) {
    const name = `${first.role} ${first.degree}`;
    // A student who may be of age was perhaps not asked, and assent that is not collected may have
    // come before.
    const isEarliest =
      isWhole &&
      !isForMinorsUnknown &&
      wouldBeOnRecord(asked, records) &&
      !mayBeUndated(asked, records);
    return done(first.givenOn, [{ record: "assent", name, on: first.givenOn }], isEarliest);
  }
  return isForMinorsUnknown
    ? unknown(`Required of ${asked.who} for minors only, and the date of birth is unknown.`)
    : notGiven(asked, records);
}

/**
 * No record is what the line asks for: absent, unless a record may be one, or none would be on
 * record.
 */
function notGiven(asked: Assent, records: AssentRecords): SearchResult {
  const { given, undated, areSent, isWhole, changedOn } = records;
  const asks = assentWords(asked);
  if (asked.degree === "participation" && records.isAnybodyUnlisted) {
    return unknown(`A review names a participant by an unknown word, which may mean: ${asks}.`);
  }
  if (undated.some((record) => fulfills(record, asked))) {
    return unknown(`Recorded without a date that can be used: ${asks}.`);
  }
  if (asked.degree === "participation" && records.undatedReviews.length > 0) {
    return unknown(undatedWords(records.undatedReviews));
  }
  const isSigned =
    asked.degree === "approval" &&
    [...given, ...undated].some((record) => fulfills(record, { ...asked, degree: "signature" }));
  if (isSigned) return unknown(`${asked.who} signed, and no record says whether that is approval.`);
  if (!wouldBeOnRecord(asked, records)) {
    return unknown(
      areSent ? `The district never records: ${asks}.` : `The exports have no records of ${asks}.`,
    );
  }
  return absent(
    changedOn === null
      ? `No ${asks} is recorded.`
      : `No ${asks} is recorded since the plan was changed on ${longDay(changedOn)}.`,
    isWhole,
  );
}

/** Whether somebody may have taken part on a day that no record gives. */
const mayBeUndated = (asked: Assent, { undatedReviews, undated }: AssentRecords): boolean =>
  (asked.degree === "participation" && undatedReviews.length > 0) ||
  undated.some((record) => fulfills(record, asked));

/** Whether such assent would be on record. */
function wouldBeOnRecord(
  asked: Assent,
  { areSent, collected, isOfSchoolYear }: AssentRecords,
): boolean {
  // A review shows who took part in it. Only a record of its own shows who made the plan with the
  // student.
  const isOfReviews = asked.degree === "participation" && isOfSchoolYear;
  if (!areSent && !isOfReviews) return false;
  return collected === undefined || isCollected(asked, collected, isOfReviews);
}

/**
 * Whether any student's records have such assent by one of the roles, in that degree or a higher
 * one.
 */
const isCollected = (
  { anyOf, degree }: Assent,
  { participants, assents }: Collected,
  isOfReviews: boolean,
): boolean =>
  anyOf.some(
    (role) =>
      (isOfReviews && participants.has(role)) ||
      ASSENT_DEGREES.some((given) => isAtLeast(given, degree) && assents.has(`${role} ${given}`)),
  );
