import { boundaryText, type BarKey } from "../domain/figures/bar-key.ts";
import type { Chance } from "./chance.ts";
import { shiftOf } from "./shift.ts";

/**
 * The parts of a bar as they are shown: each inner boundary (a running count) is moved by a secret
 * whole number of students, the same all school year, and never past its neighbors. The parts add up
 * to the students of the bar, none is negative, and each boundary is within five of the true one.
 * @param canBe whether anybody can be in a part yet; a part that nobody can be in has no students
 */
export function shownParts(
  key: BarKey,
  counts: readonly number[],
  canBe: readonly boolean[],
  chance: Chance,
): readonly number[] {
  const students = counts.reduce((sum, count) => sum + count, 0);
  const shown: number[] = [];
  let running = 0;
  let before = 0;
  counts.forEach((count, part) => {
    running += count;
    const isLast = part === counts.length - 1;
    const moved = isLast
      ? students
      : canBe[part] === false
        ? before
        : running + shiftOf(chance(boundaryText(key, part)));
    const boundary = Math.min(Math.max(moved, before), students);
    shown.push(boundary - before);
    before = boundary;
  });
  return shown;
}
