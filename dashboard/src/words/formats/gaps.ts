/** Gaps between student groups, in percentage points. */
import { LANGUAGE, type InLanguages, type Language } from "../language.js";

interface Gap {
  readonly gapLow: number | null;
  readonly gapHigh: number | null;
  readonly gap: string;
}

interface GapWords {
  readonly same: string;
  readonly unclear: (lower: number, higher: number) => string;
  readonly higher: (points: string) => string;
  readonly lower: (points: string) => string;
  readonly between: (least: number, greatest: number) => string;
}

const GAPS: InLanguages<GapWords> = {
  en: {
    same: "no difference",
    unclear: (lower, higher) => `from ${lower} lower to ${higher} higher`,
    higher: (points) => `${points} higher`,
    lower: (points) => `${points} lower`,
    between: (least, greatest) => `${least} to ${greatest}`,
  },
  es: {
    same: "sin diferencia",
    unclear: (lower, higher) => `de ${lower} menos a ${higher} más`,
    higher: (points) => `${points} más`,
    lower: (points) => `${points} menos`,
    between: (least, greatest) => `${least} a ${greatest}`,
  },
};

/** "3 to 14 lower", "from 2 lower to 9 higher", "4.5 higher", or nothing where no gap can be given. */
export function gapInWords({ gapLow, gapHigh, gap }: Gap, language: Language = LANGUAGE): string {
  if (gapLow === null || gapHigh === null) return "";
  const words = GAPS[language];
  const [low, high] = [Math.abs(gapLow), Math.abs(gapHigh)];
  if (gap === "same") return words.same;
  if (gap === "unclear") return words.unclear(low, high);
  const [least, greatest] = gap === "higher" ? [low, high] : [high, low];
  const points = least === greatest ? String(least) : words.between(least, greatest);
  return gap === "higher" ? words.higher(points) : words.lower(points);
}
