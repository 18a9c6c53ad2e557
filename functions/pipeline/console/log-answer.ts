import { daysOfLooks } from "../../access/days-of-looks.ts";
import { LOG_KINDS, type LogEntry } from "../../access/log-entry.ts";
import { DISTRICT, permit } from "../../access/permit.ts";
import { comparedDays } from "../../access/unusual-amounts.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import type { LogPage } from "../../console/log-answers.ts";
import { listPage } from "../../console/list-page.ts";
import { json, sheet, words } from "../../console/plain-answers.ts";
import { addDays, day, isDay, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { accessLogSheet } from "../../reports/access-log-sheet.ts";
import { isMeantBy } from "../../reports/students/find-students.ts";
import { formerEntries, subjectOf } from "./access-log.ts";
import type { ConsoleCase } from "./console-case.ts";
import { editionStudents } from "./edition-students.ts";
import { logEntries } from "./log-entries.ts";
import { noteLook } from "./note-look.ts";

/** Entries on one page of the log. */
const PAGE_ENTRIES = 200;
/** How many days are read if the request names none, today included. */
const USUAL_DAYS = 30;
/** The longest time that one request may ask for: a leap year. */
const MOST_DAYS = 366;

/**
 * Answers `/console/log` and its file: who looked at what and recorded what, the newest first, and before
 * that how much each person looked at on each day, beside what is usual. Days are counted in UTC, as the
 * log is written. One student is asked for by key, or by what somebody types; the answer names nobody.
 */
export async function logAnswer(of: ConsoleCase, request: ConsoleRequest): Promise<ConsoleAnswer> {
  const { path, after } = request;
  const allowed = permit(of.reader, "see-log", DISTRICT, of.schools);
  const look = { kind: "see-log" as const, permit: allowed, schools: null };
  const what = path.slice(path.lastIndexOf("/") + 1);
  if (!allowed.isAllowed) {
    await noteLook(of, { ...look, what });
    return words(403, allowed.because);
  }
  const asked = await studentAsked(of, request);
  await noteLook(of, { ...look, what, student: asked?.student ?? null });
  const days = daysAsked(of, request);
  if (typeof days === "string") return words(400, days);
  const { places, who } = of;
  const former = [...(await formerEntries(places.table, who.district)).values()].filter(
    ({ at: instant }) => days.from <= instant.slice(0, 10) && instant.slice(0, 10) <= days.until,
  );
  const read = [...former, ...(await logEntries(places.records, who.district, days))];
  const filtered = fitting(request, read);
  if (typeof filtered === "string") return words(400, filtered);
  const entries = asked === null ? filtered : await ofOneStudent(of, asked.student, filtered);
  const newest = entries.toReversed();
  if (path.endsWith(".csv")) return sheet(accessLogSheet(newest), "csv", "access-log");
  const page = listPage(newest, after, PAGE_ENTRIES);
  if (page === null) return words(400, "a page goes on from where one of the same log ended");
  const isFirst = page.shown[0] === newest[0];
  return json({
    ...{ from: days.from, until: days.until, all: newest.length },
    days: asked === null && isFirst ? comparedDays(daysOfLooks(entries), longDay) : [],
    entries: page.shown,
    ofStudent: asked === null ? null : asked.words,
    schools: of.schools,
    people: [...new Set(read.map((entry) => entry.who))].sort(),
    next: page.next,
    because: allowed.because,
  } satisfies LogPage);
}

/** The days that are asked for, or a sentence that says what is wrong with them. */
function daysAsked(
  { at: instant }: ConsoleCase,
  { query }: ConsoleRequest,
): { readonly from: Day; readonly until: Day; readonly today: Day } | string {
  const today = day(instant.slice(0, 10));
  const given = (name: string): string | null => query.get(name) || null;
  const [askedFrom, askedUntil] = [given("from"), given("until")];
  for (const on of [askedFrom, askedUntil]) {
    if (on !== null && !isDay(on)) return "a day is written as YYYY-MM-DD";
  }
  const until = (askedUntil ?? today) as Day;
  const from = (askedFrom ?? addDays(until, 1 - USUAL_DAYS)) as Day;
  if (until < from) return "the last day is before the first";
  if (addDays(from, MOST_DAYS) <= until) return `at most ${MOST_DAYS} days are read at once`;
  return { from, until, today };
}

/**
 * The person, school and kind of entry that are asked for, or a sentence that says what is wrong
 * with them.
 */
function fitting(
  { query }: ConsoleRequest,
  entries: readonly LogEntry[],
): readonly LogEntry[] | string {
  const given = (name: string): string | null => query.get(name) || null;
  const [who, school, kind] = [given("staff"), given("school"), given("kind")];
  if (kind !== null && !LOG_KINDS.some((name) => name === kind)) {
    return `the log has no such kind; known are: ${LOG_KINDS.join(", ")}`;
  }
  return entries.filter(
    (entry) =>
      (who === null || entry.who === who) &&
      (school === null || entry.schools === null || entry.schools.includes(school)) &&
      (kind === null || entry.kind === kind),
  );
}

/** The entries of one student, by pseudonym; none where no student is meant. */
async function ofOneStudent(
  { places, who }: ConsoleCase,
  student: string | null,
  entries: readonly LogEntry[],
): Promise<readonly LogEntry[]> {
  if (student === null) return [];
  const subject = await subjectOf(places.records, who.district, student);
  return entries.filter((entry) => entry.subject === subject);
}

/**
 * The one student who is asked for, and the result of the search; null where no student is asked
 * for.
 */
async function studentAsked(
  of: ConsoleCase,
  { student: key, search }: ConsoleRequest,
): Promise<{ readonly student: string | null; readonly words: string } | null> {
  if (key !== null && key !== "") {
    const student = of.keys.studentOf(key);
    return { student, words: student === null ? NOBODY : FOUND };
  }
  const typed = search?.trim() ?? "";
  if (typed === "") return null;
  const rows = (await editionStudents(of))?.rows ?? [];
  const byId = rows.find(({ student }) => student === typed);
  if (byId !== undefined) return { student: byId.student, words: FOUND };
  const meant = rows.filter(isMeantBy(typed));
  const [only] = meant;
  if (meant.length === 1 && only !== undefined) return { student: only.student, words: FOUND };
  if (meant.length > 1) {
    return {
      student: null,
      words: `${meant.length} students fit what was typed: type the id of one.`,
    };
  }
  // A student who has left is in no edition, but may be in the log under the id.
  return { student: typed, words: `${NOT_IN_EDITION} ${FOUND}` };
}

const FOUND =
  "These are the looks at this one student. A list that named many students at once is in the log as a list, with how many it named and not whom, and is not among these.";
const NOBODY = "This address names no student of the district.";
const NOT_IN_EDITION = "No student of the current edition fits; what was typed is taken for an id.";
