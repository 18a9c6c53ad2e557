/** A whole percent; low but not zero is "<1%", and nearly all is ">99%". */
export function percent(rate: number): string {
  const rounded = Math.round(rate * 100);
  if (rounded === 0 && rate > 0) return "<1%";
  return rounded === 100 && rate < 1 ? ">99%" : `${rounded}%`;
}

/** "1,200" */
export const number = (value: number): string => value.toLocaleString("en-US");

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "7 of 10": said only where it rounds to between 1 and 9. */
export function ofTen(rate: number): string {
  if (rate === 0) return "None of the";
  if (rate === 1) return "All";
  const tenth = Math.round(rate * 10);
  if (tenth === 0) return "Hardly any of the";
  return tenth === 10 ? "Nearly all" : `${tenth} of 10`;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "28 February 2022" */
export const longDay = (on: string): string =>
  `${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1] ?? ""} ${on.slice(0, 4)}`;
