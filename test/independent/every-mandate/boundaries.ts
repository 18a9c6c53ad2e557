import { birthday, dateIn, plusDays, yearBegins, yearEnds } from "./days.ts";
import { NAMED_DATES } from "./codes.ts";
import { lastDayOfShare } from "./term.ts";

interface Turning {
  readonly enteredOn: string;
  readonly birthOn: string | null;
  readonly presentSince?: string | null;
}

/** The days of a school year on which answers turn: where rules of every mandate fall due, and who came or came of age. */
export function boundariesOf(
  year: number,
  calendar: readonly string[],
  { enteredOn, birthOn, presentSince = null }: Turning,
): readonly string[] {
  const shares = [
    ...[1, 2, 3].map((days) => [days, 4] as const),
    ...[1, 2].map((days) => [days, 3] as const),
    ...[7, 9].map((days) => [days, 10] as const),
  ];
  const all = [
    ...[calendar[0], calendar.at(-1), calendar[89]],
    ...shares.map(([days, of]) => lastDayOfShare(calendar, days, of)),
    ...NAMED_DATES.map(([month, day]) => dateIn(year, month, day)),
    ...[enteredOn, ...(presentSince === null ? [] : [presentSince])].flatMap((on) =>
      [0, 30, 45, 90].map((days) => plusDays(on, days)),
    ),
    ...(birthOn === null ? [] : [14, 18].map((age) => birthday(birthOn, age))),
    ...[yearBegins(year), yearEnds(year)],
  ];
  return [...new Set(all)].filter(
    (on): on is string => on !== undefined && on >= yearBegins(year) && on <= yearEnds(year),
  );
}
