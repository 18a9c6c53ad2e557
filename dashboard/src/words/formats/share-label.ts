import { percent, percentInterval } from "./numbers.js";

/**
 * A share where there is room for a few letters only, with the percent sign of the language: "42%", "55–59%",
 * "≤5%", "≥95%", "<50%" of the band below half.
 */
export function shareLabel({ low, high }: { readonly low: number; readonly high: number }): string {
  if (low === high) return percent(low);
  const [least, greatest] = [Math.round(100 * low), Math.round(100 * high)];
  if (least === 0) return greatest === 49 ? "<50%" : `≤${greatest}%`;
  return greatest === 100 ? `≥${least}%` : percentInterval(low, high);
}
