import type { FieldFault } from "../values/fields.ts";
import { boundKeep, type BoundKeep } from "./kept-records.ts";
import { meansNothing } from "../values/null-tokens.ts";
import type { KeptColumn, TableRead } from "../profiles/profile.ts";
import { writtenYesNo } from "../values/written-yes-no.ts";

/**
 * Finds the flags of programs that say neither that a student is in one nor that the student is not:
 * nobody is to be left out of a group in silence because of an unknown word.
 */
export function unlistedFlags(
  { table, keep = [] }: TableRead,
  header: readonly string[],
  nullTokens: ReadonlySet<string>,
): (cells: readonly string[]) => readonly FieldFault[] {
  if (table !== "program") return () => [];
  const flags = keep
    .filter((kept) => kept.others !== undefined || kept.values.every(isYes))
    .map((kept) => {
      const bound = boundKeep(kept, header, nullTokens);
      const { column, others } = kept;
      return {
        bound,
        isKnown: knownBy(bound, others && { column, values: others }, header, nullTokens),
      };
    });
  return (cells) =>
    flags
      .filter(({ isKnown }) => !isKnown(cells))
      .map(({ bound: { column } }) => ({ column, reason: "not-a-listed-value" }));
}

const isYes = (value: string): boolean => writtenYesNo("", value) === true;

function knownBy(
  flag: BoundKeep,
  others: KeptColumn | undefined,
  header: readonly string[],
  nullTokens: ReadonlySet<string>,
): (cells: readonly string[]) => boolean {
  const out = others === undefined ? null : boundKeep(others, header, nullTokens);
  return (cells) => {
    const value = flag.value(cells);
    if (value === "" || flag.matches(cells) || meansNothing(value, { is: "yes-no" }, null))
      return true;
    return out === null ? writtenYesNo("", value) !== null : out.matches(cells);
  };
}
