const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A day as a page says it: "February 28, 2022". */
export const longDay = (on: string): string =>
  `${MONTHS[Number(on.slice(5, 7)) - 1] ?? ""} ${Number(on.slice(8))}, ${on.slice(0, 4)}`;
