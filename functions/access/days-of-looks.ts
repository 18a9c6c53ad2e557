import { grouped } from "../domain/text/grouped.ts";
import type { LogEntry } from "./log-entry.ts";
import type { DayOfLooks } from "./unusual-amounts.ts";

/**
 * What each person looked at on each day. Opening a session does not count as a look. The days are
 * in UTC, as the instants are.
 */
export const daysOfLooks = (entries: readonly LogEntry[]): readonly DayOfLooks[] =>
  [
    ...grouped(
      entries.filter(({ kind }) => kind !== "open-session" && kind !== "change-demo-role"),
      ({ who, at: instant }) => `${instant.slice(0, 10)}\u0000${who}`,
    ).values(),
  ].flatMap((looks) => {
    const [first] = looks;
    if (first === undefined) return [];
    return [
      {
        who: first.who,
        role: looks.find(({ role }) => role !== null)?.role ?? null,
        on: first.at.slice(0, 10),
        students: looks.reduce(
          (sum, { students, isAllowed }) => sum + (isAllowed ? (students ?? 0) : 0),
          0,
        ),
        looks: looks.length,
      },
    ];
  });
