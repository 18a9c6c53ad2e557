const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A day as a page says it: "February 28, 2022". The same few hundred days come up for every student, so each is written once. */
export function longDay(on: string): string {
  let text = WRITTEN.get(on);
  if (text === undefined) WRITTEN.set(on, (text = written(on)));
  return text;
}

const WRITTEN = new Map<string, string>();

const written = (on: string): string =>
  `${MONTHS[Number(on.slice(5, 7)) - 1] ?? ""} ${Number(on.slice(8))}, ${on.slice(0, 4)}`;
