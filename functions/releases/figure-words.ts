/** "1,200" */
export const number = (value: number): string => value.toLocaleString("en-US");

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "February 28, 2022" */
export const longDay = (on: string): string =>
  `${MONTHS[Number(on.slice(5, 7)) - 1] ?? ""} ${Number(on.slice(8))}, ${on.slice(0, 4)}`;

/** "1 student", "1,200 students" */
export const counted = (count: number, noun: string): string =>
  `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
