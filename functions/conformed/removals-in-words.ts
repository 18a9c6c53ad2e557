import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { number } from "../domain/text/counted.ts";
import type { Removal } from "./removal-guard.ts";

/** "21 of 100 students" for each record type; for a column "every value of the column target_on (in 1,351 goals)". */
export const removalsInWords = (removals: readonly Removal[]): readonly string[] =>
  removals.map(({ type, before, gone, column }) => {
    const { one: noun, many } = recordTypeOf(type).words;
    const words = before === 1 ? noun : many;
    return column === undefined
      ? `${number(gone)} of ${number(before)} ${words}`
      : `every value of the column ${column} (in ${number(before)} ${words})`;
  });
