import { grouped } from "../../domain/text/grouped.ts";

/** Where chance would put so many students in all and puts next to none, it was not chance; */
const EXPECTED = 10;
/** nor where it would put half as many, and those groups have most of the students. */
const MOST = 2 / 3;
const NEXT_TO_NONE = 0.1;

/**
 * Whether a target reveals a quasi-identifier more finely than the extract publishes it: a status
 * that only the eighth grade has reveals the grade, whatever the generalization level of grades. It
 * does where a value is next to missing in groups in which, were it spread by chance, ten or more
 * students would have it, or where few students have it and nearly all of them are in one group.
 *
 * @param values of the target, by student
 * @param fine the groups of the quasi-identifier at its finest level
 * @param published its groups at the level that the extract publishes
 */
export function revealsGroup(
  values: readonly string[],
  fine: readonly string[],
  published: readonly string[],
): boolean {
  const students = values.map((value, index) => ({
    value,
    fine: fine[index] ?? "",
    published: published[index] ?? "",
  }));
  return [...grouped(students, (student) => student.published).values()].some((publishedGroup) => {
    const groups = [...grouped(publishedGroup, (student) => student.fine).values()];
    const share = (value: string, of: typeof publishedGroup): number =>
      of.filter((student) => student.value === value).length / of.length;
    return [...new Set(publishedGroup.map(({ value }) => value))].some((value) => {
      const overall = share(value, publishedGroup);
      const missing = groups.filter((group) => share(value, group) <= NEXT_TO_NONE * overall);
      const elsewhere = missing.reduce((sum, { length }) => sum + length, 0);
      const expected = overall * elsewhere;
      const isOfOneGroup = elsewhere >= MOST * publishedGroup.length && expected >= EXPECTED / 2;
      return expected >= EXPECTED || isOfOneGroup;
    });
  });
}
