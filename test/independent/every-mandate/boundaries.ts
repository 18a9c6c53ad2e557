import { birthday, dateIn, plusDays, yearBegins, yearEnds } from "./days.ts";
import { NAMED_DATES } from "./codes.ts";
import { lastDayOfShare } from "./term.ts";

interface Turning {
  readonly enteredOn: string;
  readonly birthOn: string | null;
  readonly presentSince?: string | null;
}

/**
 * The days of a school year on which answers turn: where rules of every mandate fall due, and who came or
 * came of age. At one place of the list stands the same day of every school year, if there is one.
 */
export function boundariesOf(
  year: number,
  calendar: readonly string[],
  { enteredOn, birthOn, presentSince = null }: Turning,
): readonly (string | null)[] {
  const shares = [
    ...[1, 2, 3].map((days) => [days, 4] as const),
    ...[1, 2].map((days) => [days, 3] as const),
    ...[7, 9].map((days) => [days, 10] as const),
  ];
  const after = (since: string | null): readonly (string | undefined)[] =>
    [0, 30, 45, 90].map((days) => (since === null ? undefined : plusDays(since, days)));
  const all = [
    ...[calendar[0], calendar.at(-1), calendar[89]],
    ...shares.map(([days, of]) => lastDayOfShare(calendar, days, of)),
    // The first instructional day after a part of the year, where the window of a transition opens.
    ...shares.map(([days, of]) => calendar[Math.floor((calendar.length * days) / of)]),
    ...NAMED_DATES.map(([month, day]) => dateIn(year, month, day)),
    ...[enteredOn, presentSince].flatMap(after),
    ...[14, 18].map((age) => (birthOn === null ? undefined : birthday(birthOn, age))),
    ...[yearBegins(year), yearEnds(year)],
  ];
  return all.map((on) =>
    on !== undefined && on >= yearBegins(year) && on <= yearEnds(year) ? on : null,
  );
}
