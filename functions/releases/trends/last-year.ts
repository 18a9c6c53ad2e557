import { monthOf, type Day } from "../../domain/calendar/day.ts";
import type { RateRow } from "../tables/tables.ts";
import { isFollowed, type EarlierRelease } from "./trend.ts";

/** The last of each calendar month. @param editions the earliest day first */
export const lastOfMonths = <Edition extends { readonly asOf: string }>(
  editions: readonly Edition[],
): readonly Edition[] => [
  ...new Map(editions.map((edition) => [monthOf(edition.asOf as Day), edition])).values(),
];

/**
 * The rates of the school year before, by what is followed over a year, as they were published then.
 * @param editions of that year and by the definitions of today, one per month, the earliest day first
 */
export const lastYearOf = <Row extends RateRow>(
  editions: readonly Pick<EarlierRelease<Row>, "asOf" | "rates">[],
): readonly (Row & { readonly asOf: string })[] =>
  editions.flatMap(({ asOf, rates }) => rates.filter(isFollowed).map((row) => ({ ...row, asOf })));
