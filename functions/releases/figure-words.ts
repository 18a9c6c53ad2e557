/** "1,200" */
export const number = (value: number): string => value.toLocaleString("en-US");

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "28 February 2022" */
export const longDay = (on: string): string =>
  `${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1] ?? ""} ${on.slice(0, 4)}`;
