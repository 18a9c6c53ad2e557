interface Gap {
  readonly gapLow: number | null;
  readonly gapHigh: number | null;
  readonly gap: string;
}

/** "3 to 14 lower", "from 2 lower to 9 higher", or nothing where there is no gap to tell. */
export function gapInWords({ gapLow, gapHigh, gap }: Gap): string {
  if (gapLow === null || gapHigh === null) return "";
  const [low, high] = [Math.abs(gapLow), Math.abs(gapHigh)];
  switch (gap) {
    case "higher":
      return `${low} to ${high} higher`;
    case "lower":
      return `${high} to ${low} lower`;
    default:
      return `from ${low} lower to ${high} higher`;
  }
}
