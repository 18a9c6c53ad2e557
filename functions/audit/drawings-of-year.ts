import { barKeyText, cellKeyText } from "../domain/figures/bar-key.ts";
import { drawingsByBar, unheld, type SeenRelease } from "./drawings.ts";
import type { Finding } from "./reading/finding.ts";
import type { Range } from "./linear-solver.ts";
import { possibleOverYear } from "./possible-over-year.ts";
import type { SeenBar } from "./seen-bars.ts";

/** What the drawings of a year together leave possible. */
export interface YearOfDrawings {
  /** By bar and day of drawing (`drawingKey`), the least and greatest possible count of each part. */
  readonly possible: ReadonlyMap<string, readonly Range[]>;
  readonly counts: number;
  /** Counts of which one value alone is possible, whatever it is. */
  readonly exact: number;
  readonly findings: readonly Finding[];
}

export const drawingKey = ({ key, drawnOn }: Pick<SeenBar, "key" | "drawnOn">): string =>
  `${barKeyText(key)} ${drawnOn}`;

/**
 * Lays all drawings of each bar side by side: unknown counts at each of them, one unknown shift per
 * boundary for the whole year, and at least five students moved from one to the next. Counts are whole,
 * and every value is tried.
 */
export function drawingsOfYear(releases: readonly SeenRelease[]): YearOfDrawings {
  const possible = new Map<string, readonly Range[]>();
  const findings: Finding[] = [];
  let counts = 0;
  let exact = 0;
  for (const [text, drawings] of drawingsByBar(releases)) {
    const parts = drawings[0]?.bar.parts ?? [];
    const ranges = drawings.map((): Range[] => []);
    if (new Set(drawings.map(({ bar }) => bar.drawnOn)).size < drawings.length) {
      findings.push({ kind: "contradiction", where: `${text}: two numbers of students` });
      continue;
    }
    parts.forEach((part, partIndex) => {
      const values = possibleOverYear(drawings, partIndex);
      if (values === null) {
        const isEarly = possibleOverYear(drawings.map(unheld), partIndex) !== null;
        findings.push({ kind: isEarly ? "early-drawing" : "contradiction", where: text });
        return;
      }
      values.forEach(({ low, high }, drawing) => {
        ranges[drawing]?.push({ low, high });
        counts++;
        if (low < high) return;
        exact++;
        const bar = drawings[drawing]?.bar;
        if (bar !== undefined && (low === 0 || low === bar.students)) {
          const cell = cellKeyText({ ...bar.key, part });
          findings.push({ kind: "narrow-count", where: `${cell} of ${bar.drawnOn}` });
        }
      });
    });
    drawings.forEach(({ bar }, drawing) => {
      const own = ranges[drawing] ?? [];
      if (own.length === parts.length) possible.set(drawingKey(bar), own);
    });
  }
  return { possible, counts, exact, findings };
}
