import { isLackKnown, type AskedBy } from "./asked-by.ts";
import { FIRST_DAY, LAST_DAY } from "./days.ts";
import { judge, type Verdict } from "./judge.ts";
import type { PlainMandate, PlainRule } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { lastEvent } from "./school-life.ts";
import { windowBegins } from "./window.ts";

/** How a student stands on a requirement of kind "record": an event, so many times. */
export function recordVerdict(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asked: AskedBy,
  asOf: string,
): Verdict {
  const { span = "ever", record = "", times = 1, status } = rule;
  const { events, collected } = student;
  const after = typeof span === "object" ? span.after : undefined;
  const since =
    after === undefined ? windowBegins(span, student) : lastEvent(student, after, FIRST_DAY, asOf);
  const days = (events ?? [])
    .filter(({ kind, occurredOn }) => kind === record && occurredOn <= asOf)
    .map(({ occurredOn }) => occurredOn)
    .filter((on) => on >= (since ?? LAST_DAY))
    .sort();
  const isTold = events !== null && since !== null && collected?.events.includes(record) !== false;
  const lackIsKnown = after !== undefined || isLackKnown(mandate, rule, student, asked);
  const of = [{ days: days.slice(times - 1), isUndated: false, isTold }];
  return judge({ count: 1, of, status }, asked.term, lackIsKnown, asOf);
}
