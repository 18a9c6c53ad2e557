/** Numbers as a page says them. Nothing here adds or divides: a figure comes from the release. */

const PERCENT = "%";

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** 1234 as "1,234". */
export function wholeNumber(value: number): string {
  return WHOLE.format(value);
}

/** A rate of 0 to 1 as a whole percent. Low but not zero is "<1%", and nearly all is ">99%". */
export function percent(rate: number): string {
  const rounded = Math.round(rate * 100);
  if (rounded === 0 && rate > 0) return `<1${PERCENT}`;
  if (rounded === 100 && rate < 1) return `>99${PERCENT}`;
  return `${WHOLE.format(rounded)}${PERCENT}`;
}

/** An interval of rates as "61–74%". */
export function percentInterval(low: number, high: number): string {
  return `${WHOLE.format(Math.round(low * 100))}–${WHOLE.format(Math.round(high * 100))}${PERCENT}`;
}

/** An estimate in the unit that its row names, with its sign. */
export function estimateIn(unit: string, value: number): string {
  const digits = unit === "percentage-points" ? 1 : 2;
  const size = Math.abs(value).toFixed(digits);
  const isZero = Number(size) === 0;
  return `${isZero ? "" : value > 0 ? "+" : "−"}${size}`;
}

/** The unit of an association in words. */
export function unitName(unit: string): string {
  switch (unit) {
    case "percentage-points":
      return "percentage points";
    case "standard-deviations":
      return "standard deviations";
    case "correlation":
      return "correlation, −1 to 1";
    default:
      return unit;
  }
}

/** 1, "school" as "1 school"; 3, "school" as "3 schools"; 3, "entry", "entries" as "3 entries". */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${wholeNumber(count)} ${count === 1 ? noun : nouns}`;
}
