import type { Day } from "../../domain/calendar/day.ts";
import { moreOf, type ClockCase } from "../clock/clock-case.ts";
import type { DueFor } from "../clock/due-for.ts";
import { absent, done, unknown, type SearchResult } from "../clock/search-result.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { RecordRequirement } from "../rules/requirement.ts";
import { isAbsenceKnown, spanStart } from "../clock/span.ts";
import { lastEvent } from "../clock/student-events.ts";

/** Whether a thing was done often enough in its span, by the events on record. */
export function findRecord(
  mandate: MandateProfile,
  requirement: RecordRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): SearchResult {
  const { events, collected } = moreOf(student);
  const { record, span, times } = requirement;
  const words = record.replaceAll("-", " ");
  if (events === null) return unknown(`The exports have no events such as: ${words}.`);
  const since = sinceOf(span, student, asOf);
  if (since === "unknown") {
    return unknown("No record gives the date from which it counts.");
  }
  const days = events
    .filter(({ kind, occurredOn }) => kind === record && occurredOn <= asOf)
    .map(({ occurredOn }) => occurredOn)
    .filter((day) => since === null || day >= since)
    .sort();
  const isWhole =
    (typeof span === "object" && "after" in span) ||
    isAbsenceKnown(mandate, requirement, span, student, dueOf, asOf);
  const last = days[times - 1];
  if (last !== undefined) {
    return done(last, [{ record: "event", name: record, on: last }], isWhole);
  }
  if (collected !== undefined && !collected.events.has(record)) {
    return unknown(`The district never records this event: ${words}.`);
  }
  return absent(
    times === 1
      ? `There is no record of: ${words}.`
      : `Recorded ${days.length} of ${times} times: ${words}.`,
    isWhole,
  );
}

function sinceOf(
  span: RecordRequirement["span"],
  student: ClockCase,
  asOf: Day,
): Day | null | "unknown" {
  if (typeof span === "object" && "after" in span) {
    const event = lastEvent(moreOf(student).events, span.after, null, asOf);
    return event?.occurredOn ?? "unknown";
  }
  return spanStart(span, student, asOf);
}
