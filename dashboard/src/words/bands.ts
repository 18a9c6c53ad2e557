/**
 * The labels of bands of whole percents, in words and as places on a scale. Sentences of a release
 * say them in `functions/releases/band-words.ts`; a page imports no code from there, so that it
 * cannot compute a figure, and a test holds the two to each other.
 */
interface Percents {
  readonly least: number;
  readonly greatest: number;
}

const LABEL = /^(LE|GE|LT)?(\d+)(?:-(\d+))?$/;

function percentsOf(label: string): Percents {
  const [, side, from, until] = LABEL.exec(label) ?? [];
  if (from === undefined) throw new Error(`"${label}" is no band`);
  const percent = Number(from);
  if (side === "LE") return { least: 0, greatest: percent };
  if (side === "LT") return { least: 0, greatest: percent - 1 };
  if (side === "GE") return { least: percent, greatest: 100 };
  return { least: percent, greatest: until === undefined ? percent : Number(until) };
}

/** "at most 5%", "95% or more", "21–39%", "67%": a share as a cell and a sentence say it. */
export function bandInWords(label: string): string {
  const { least, greatest } = percentsOf(label);
  if (label === "LT50") return "less than half";
  if (label === "GE50") return "half or more";
  if (least === 0) return `at most ${greatest}%`;
  if (greatest === 100) return `${least}% or more`;
  return least === greatest ? `${least}%` : `${least}–${greatest}%`;
}

/** Where a band lies on a scale of 0 to 1. */
export function bandEnds(label: string): { readonly low: number; readonly high: number } {
  const { least, greatest } = percentsOf(label);
  return { low: least / 100, high: greatest / 100 };
}

/** What a column or a chart sorts by: of bands that overlap, the one that begins lower; null where none is shown. */
export function bandOrder(label: string | null): number | null {
  if (label === null) return null;
  const { least, greatest } = percentsOf(label);
  return least + greatest / 1000;
}
