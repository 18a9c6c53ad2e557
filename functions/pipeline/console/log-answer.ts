import { LOG_KINDS } from "../../access/log-entry.ts";
import { DISTRICT, permit } from "../../access/permit.ts";
import { isDay } from "../../domain/calendar/day.ts";
import { readAccessLog, type LogFilter } from "./access-log.ts";
import { MalformedCursor } from "../ports.ts";
import type { ConsoleAnswer, ConsoleRequest, LogPage } from "../../console/answers.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";
import { json, words } from "../../console/plain-answers.ts";

/** Entries on one page of the log. */
const PAGE_ENTRIES = 200;

/** Answers `/console/log`: who looked at what and recorded what, the newest first. */
export async function logAnswer(
  of: ConsoleCase,
  { query, after }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const allowed = permit(of.reader, "see-log", DISTRICT, of.schools);
  await noteLook(of, { kind: "see-log", what: "log", permit: allowed, schools: null });
  if (!allowed.isAllowed) return words(403, allowed.because);
  const given = (name: string): string | null => {
    const value = query.get(name);
    return value === null || value === "" ? null : value;
  };
  const filter: LogFilter = {
    from: given("from"),
    until: given("until"),
    who: given("staff"),
    school: given("school"),
    kind: given("kind"),
    subject: null,
  };
  if (filter.kind !== null && !LOG_KINDS.some((kind) => kind === filter.kind)) {
    return words(400, `the log has no such kind; use one of: ${LOG_KINDS.join(", ")}`);
  }
  for (const on of [filter.from, filter.until]) {
    if (on !== null && !isDay(on)) return words(400, "a day is written as YYYY-MM-DD");
  }
  try {
    const page = await readAccessLog(of.places, of.who.district, filter, PAGE_ENTRIES, after);
    return json({ ...page, schools: of.schools, because: allowed.because } satisfies LogPage);
  } catch (error) {
    if (!(error instanceof MalformedCursor)) throw error;
    return words(400, "a page goes on from where one of the same log ended");
  }
}
