import type { Band } from "./rate-ladder.ts";

/**
 * How many students of a group "almost nobody" reaches up to, and what it is called: the ends of
 * the ladder of NCES 2011-603. "5 % or fewer" starts at 61 students, since of fewer it says too
 * much; the least end has three counts.
 */
const ENDS: readonly (readonly [fromStudents: number, percent: number])[] = [
  [301, 1],
  [101, 2],
  [61, 5],
  [21, 10],
  [0, 20],
];
const LEAST_CUT = 2;

/** For figures that are otherwise shown as a count: the end band of a count, or null in the middle. */
export function endBand(count: number, students: number): Band | null {
  const percent = ENDS.find(([from]) => students >= from)?.[1] ?? 20;
  const cut = Math.max(LEAST_CUT, Math.floor((students * percent) / 100));
  if (count <= cut) return { label: `LE${percent}`, low: 0, high: cut, isEnd: true };
  if (students - count <= cut) {
    return { label: `GE${100 - percent}`, low: students - cut, high: students, isEnd: true };
  }
  return null;
}
