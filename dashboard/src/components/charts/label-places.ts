/** A label above a mark: where the mark is, and from where to where the words reach. */
export interface LabelSpan {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * For each label, the row above the chart, counted from 0, in which it overlaps no other label and
 * no line to a higher label crosses it.
 */
export function labelRows(labels: readonly LabelSpan[], room: number): readonly number[] {
  const rows = labels.map(() => 0);
  const placed: number[] = [];
  const rightToLeft = labels
    .map((_, index) => index)
    .sort((a, b) => atOf(labels, b) - atOf(labels, a));
  for (const index of rightToLeft) {
    const isFree = (row: number): boolean =>
      placed.every((other) => !meet(labels[index], row, labels[other], rows[other], room));
    const candidates = [...labels.keys()];
    rows[index] = candidates.find(isFree) ?? labels.length - 1;
    placed.push(index);
  }
  return rows;
}

const atOf = (labels: readonly LabelSpan[], index: number): number => labels[index]?.at ?? 0;

function meet(
  label: LabelSpan | undefined,
  row: number,
  other: LabelSpan | undefined,
  otherRow: number | undefined,
  room: number,
): boolean {
  if (label === undefined || other === undefined || otherRow === undefined) return false;
  if (row > otherRow) return crosses(label.at, other, room);
  if (row < otherRow) return crosses(other.at, label, room);
  return label.from < other.to + room && other.from < label.to + room;
}

const crosses = (at: number, { from, to }: LabelSpan, room: number): boolean =>
  at > from - room && at < to + room;

/**
 * Places labels below each other in the given order, each as near to its mark as possible, with a
 * gap between labels and none below the bottom.
 * @param wanted where each mark is, counted from the top
 */
export function labelPlaces(
  wanted: readonly number[],
  gap: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b));
  const places = [...wanted];
  let least = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    places[index] = Math.max(at(wanted, index), least);
    least = at(places, index) + gap;
  }
  let most = bottom;
  for (const index of order.toReversed()) {
    places[index] = Math.min(at(places, index), most);
    most = at(places, index) - gap;
  }
  return places;
}

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
