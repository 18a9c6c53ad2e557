/** Numbers as a page says them. Nothing here adds or divides: a figure comes from the release. */

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** 1234 as "1,234". */
export function wholeNumber(value: number): string {
  return WHOLE.format(value);
}

/** 1, "school" as "1 school"; 3, "school" as "3 schools"; 3, "entry", "entries" as "3 entries". */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${wholeNumber(count)} ${count === 1 ? noun : nouns}`;
}
