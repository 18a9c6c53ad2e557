import { counted, number } from "../../domain/text/counted.ts";
import type { ColumnsNotShown } from "../../sources/inspect/inspect-file.ts";

const MOST_COLUMNS = 60;

/** Whether this is the name by which a column is called if its own name is not shown. */
export const isPlaceName = (name: string): boolean => /^column \d+$/.test(name);

/** How many columns are not shown, and why; for a grid, what it is and what to do. */
export function notShownLines(
  { people, unsure }: ColumnsNotShown,
  columns: number,
): readonly string[] {
  return [
    ...(people === 0
      ? []
      : [
          `${counted(people, "column")} not shown: ${people === 1 ? "it looks like a person" : "they look like people"}`,
        ]),
    ...(people < FEWEST_OF_GRID || SHARE_OF_GRID * people < columns ? [] : [GRID]),
    ...(unsure.length === 0
      ? []
      : [
          `not shown, since it is not certain that these are column names: ${unsure.slice(0, MOST_COLUMNS).join(", ")}${more(unsure)}`,
        ]),
  ];
}

const FEWEST_OF_GRID = 2;
/** In a grid, at least one column in this many is a person. */
const SHARE_OF_GRID = 4;
/** What a file is whose columns are people. */
const GRID =
  "this looks like a grid with one column per student, which cannot be read: export one record per student and day (or per student and item) instead, with the student's identifier in a column of its own";

const more = (all: readonly unknown[]): string =>
  all.length > MOST_COLUMNS ? ` and ${number(all.length - MOST_COLUMNS)} more` : "";
