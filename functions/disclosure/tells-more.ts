import { grouped } from "../domain/grouped.ts";

/** Where chance would put so many students in all and puts next to none, it was not chance; */
const EXPECTED = 10;
/** nor where it would put half as many, and those groups have most of the students. */
const MOST = 2 / 3;
const NEXT_TO_NONE = 0.1;

/**
 * Whether a column tells more of who a student is than the column that is meant to: a status that
 * only the eighth grade has tells the grade, however coarsely grades are told. It does where a value
 * is next to missing in groups in which, were it spread by chance, ten or more would have it, or where
 * it is one of few students and they are nearly all of one group.
 *
 * @param values of the column, by student
 * @param fine the finest groups that the students are in
 * @param told the groups as the extract tells them
 */
export function tellsMore(
  values: readonly string[],
  fine: readonly string[],
  told: readonly string[],
): boolean {
  const students = values.map((value, at) => ({
    value,
    fine: fine[at] ?? "",
    told: told[at] ?? "",
  }));
  return [...grouped(students, (one) => one.told).values()].some((alike) => {
    const groups = [...grouped(alike, (one) => one.fine).values()];
    const share = (value: string, of: typeof alike): number =>
      of.filter((one) => one.value === value).length / of.length;
    return [...new Set(alike.map(({ value }) => value))].some((value) => {
      const overall = share(value, alike);
      const missing = groups.filter((group) => share(value, group) <= NEXT_TO_NONE * overall);
      const elsewhere = missing.reduce((sum, { length }) => sum + length, 0);
      const expected = overall * elsewhere;
      const isOfOne = elsewhere >= MOST * alike.length && expected >= EXPECTED / 2;
      return expected >= EXPECTED || isOfOne;
    });
  });
}
