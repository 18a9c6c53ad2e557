import { byText } from "../domain/text/compare-text.ts";
import { barKeyText } from "../domain/figures/bar-key.ts";
import type { SeenBar } from "./seen-bars.ts";

/** One release of a school year as a reader has it. */
export interface SeenRelease {
  readonly release: string;
  readonly asOf: string;
  /** The version of the definitions: under another one every bar is drawn anew. */
  readonly definitions: string;
  readonly bars: readonly SeenBar[];
}

/** One drawing of a bar. */
export interface Drawing {
  readonly bar: SeenBar;
  /**
   * Whether it was drawn because enough students had moved since the one before. If not, it is the
   * first one, or definitions had changed.
   */
  readonly isHeld: boolean;
}

/** The same drawing without the parts that the hold reveals. */
export const unheld = ({ bar }: Drawing): Drawing => ({ bar, isHeld: false });

/**
 * The drawings of each bar in the order of days. What several releases show of one drawing is put
 * together.
 */
export function drawingsByBar(
  releases: readonly SeenRelease[],
): ReadonlyMap<string, readonly Drawing[]> {
  const definitionsOn = new Map(releases.map(({ asOf, definitions }) => [asOf, definitions]));
  const bars = new Map<string, SeenBar[]>();
  for (const bar of releases.flatMap((release) => release.bars)) {
    const own = bars.get(barKeyText(bar.key)) ?? [];
    bars.set(barKeyText(bar.key), own);
    const sameIndex = own.findIndex(
      ({ drawnOn, students }) => drawnOn === bar.drawnOn && students === bar.students,
    );
    const sameBar = own[sameIndex];
    if (sameBar === undefined) own.push(bar);
    else own[sameIndex] = { ...sameBar, seen: [...sameBar.seen, ...bar.seen] };
  }
  return new Map(
    [...bars].map(([text, own]) => {
      const inOrder = own.sort(byText(({ drawnOn }) => drawnOn));
      return [
        text,
        inOrder.map((bar, index): Drawing => {
          const before = inOrder[index - 1];
          const definitions = definitionsOn.get(bar.drawnOn);
          const isHeld =
            before !== undefined &&
            definitions !== undefined &&
            definitionsOn.get(before.drawnOn) === definitions;
          return { bar, isHeld };
        }),
      ] as const;
    }),
  );
}
