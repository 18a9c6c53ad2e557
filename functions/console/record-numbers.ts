import { number } from "../domain/text/counted.ts";

/** Numbers and runs of numbers that are named: whoever has more to fix fixes what makes them. */
const MOST_NAMED = 20;

/**
 * Which records of a file are meant: "4, 9 and 12", "2 to 41 and 50"; of many the first, and how many more.
 * @param records the numbers that are kept, in any order, each once
 * @param all how many there are, kept or only counted
 */
export function recordNumbers(records: readonly number[], all: number): string {
  const runs = runsOf(records.toSorted((a, b) => a - b));
  const named = runs.slice(0, MOST_NAMED);
  const more = all - named.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const words = [
    ...named.map(([first, last]) =>
      first === last ? number(first) : `${number(first)} to ${number(last)}`,
    ),
    ...(more > 0 && named.length > 0 ? [`${number(more)} more`] : []),
  ];
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Numbers that follow each other, as the first and the last of them. */
function runsOf(sorted: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const record of sorted) {
    const run = runs.at(-1);
    if (run?.[1] === record - 1) run[1] = record;
    else runs.push([record, record]);
  }
  return runs;
}
