import { type Matrix, addMatrices } from "../moments/matrix.ts";

/**
 * For each part, the sum of all other parts, in linear time. Each sum is added up again and not
 * subtracted from the total, so that what no other part holds is exactly 0. There must be at least
 * two parts.
 */
export function leaveOneOut(parts: readonly Matrix[]): readonly Matrix[] {
  const before = runningSums(parts);
  const after = runningSums(parts.toReversed()).toReversed();
  return parts.map((_, i) => {
    const earlier = before[i - 1];
    const later = after[i + 1];
    if (earlier === undefined) return requirePart(later);
    return later === undefined ? earlier : addMatrices(earlier, later);
  });
}

function runningSums(parts: readonly Matrix[]): readonly Matrix[] {
  const sums: Matrix[] = [];
  for (const part of parts) {
    const last = sums.at(-1);
    sums.push(last === undefined ? part : addMatrices(last, part));
  }
  return sums;
}

function requirePart(part: Matrix | undefined): Matrix {
  if (part === undefined) throw new Error("leave one out: expected two parts or more");
  return part;
}
