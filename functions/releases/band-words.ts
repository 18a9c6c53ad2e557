/** The whole percents that the label of a band stands for. */
export interface Percents {
  readonly least: number;
  readonly greatest: number;
}

const LABEL = /^(LE|GE|LT)?(\d+)(?:-(\d+))?$/;

/** @throws when the text is no label of a band */
export function percentsOf(label: string): Percents {
  const [, side, from, until] = LABEL.exec(label) ?? [];
  if (from === undefined) throw new Error(`"${label}" is no band`);
  const percent = Number(from);
  if (side === "LE") return { least: 0, greatest: percent };
  if (side === "LT") return { least: 0, greatest: percent - 1 };
  if (side === "GE") return { least: percent, greatest: 100 };
  return { least: percent, greatest: until === undefined ? percent : Number(until) };
}

/** "at most 5%", "95% or more", "21–39%", "67%": a share as a sentence says it, never a zero. */
export function bandInWords(label: string): string {
  const { least, greatest } = percentsOf(label);
  if (label === "LT50") return "less than half";
  if (label === "GE50") return "half or more";
  if (least === 0) return `at most ${greatest}%`;
  if (greatest === 100) return `${least}% or more`;
  return least === greatest ? `${least}%` : `${least}–${greatest}%`;
}
