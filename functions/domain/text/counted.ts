/** A count as a reader writes it: "1,200". */
export const number = (value: number): string => value.toLocaleString("en-US");

/** "1 student", "1,200 students"; with a plural of its own "1 entry", "2 entries". */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${number(count)} ${count === 1 ? noun : plural}`;
