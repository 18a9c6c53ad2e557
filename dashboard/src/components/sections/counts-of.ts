import { dayInWords, dayOfYearInWords } from "../../words/formats/days.js";
import { notComparedWords } from "../../words/not-compared.js";
import { overviewWords as words } from "../../words/overview.js";

/**
 * The day of the counts of a figure, in words, if it is not the day of the edition; otherwise null.
 */
export const countsOf = (drawnOn: string | null, asOf: string): string | null =>
  drawnOn === asOf ? null : heldInFew(drawnOn);

/** The same of a figure that says itself whether it is held. */
export const heldInFew = (heldOn: string | null): string | null =>
  heldOn === null ? null : words.countsOf(dayOfYearInWords(heldOn));

/** The day of the counts in few words, and that the figure is not compared with what stands beside it. */
export const countsNote = (counts: string | null, isApart: boolean): string | null =>
  isApart ? [counts, notComparedWords.inFew].filter((each) => each !== null).join("; ") : counts;

/** The column of a table that says the same of each row; none where all are of the day of the edition. */
export const countsOfColumn = <Row>(
  title: string,
  rows: readonly Row[],
  drawnOn: (row: Row) => string | null,
  asOf: string,
) =>
  rows.every((row) => countsOf(drawnOn(row), asOf) === null)
    ? []
    : [
        {
          ...({ title, kind: "line", foldsOnPhone: true } as const),
          value: drawnOn,
          cell: (row: Row): string => {
            const day = drawnOn(row);
            return day === null ? "" : dayInWords(day);
          },
        },
      ];
