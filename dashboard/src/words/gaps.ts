interface Gap {
  readonly gapLow: number | null;
  readonly gapHigh: number | null;
  readonly gap: string;
}

/** "3 to 14 lower", "from 2 lower to 9 higher", "4.5 higher", or nothing where no gap can be told. */
export function gapInWords({ gapLow, gapHigh, gap }: Gap): string {
  if (gapLow === null || gapHigh === null) return "";
  const [low, high] = [Math.abs(gapLow), Math.abs(gapHigh)];
  if (gap === "same") return "no difference";
  if (gap === "unclear") return `from ${low} lower to ${high} higher`;
  const [least, greatest] = gap === "higher" ? [low, high] : [high, low];
  return `${least === greatest ? least : `${least} to ${greatest}`} ${gap}`;
}
