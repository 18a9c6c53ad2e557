import { lookUp, studentsKnown, type FastFile } from "./fast-file.ts";
import { MOST_PORTIONS } from "./plain-record.ts";

/**
 * Finds out what the cells of the records stand for, students last: one gets a number in the book only
 * with a record that counts.
 * @returns how many records are known, up to the first that is not
 */
export function knownByColumns(fast: FastFile, bytes: Uint8Array, split: number): number {
  const { batch, marks, file, kindNumbers, portionNumbers } = fast;
  let count = split;
  const { dayIndexes } = file;
  count = lookUp(
    fast,
    bytes,
    count,
    fast.days,
    batch.on,
    marks.dayIndexes,
    (record) => dayIndexes[record.day] ?? -1,
  );
  count = lookUp(fast, bytes, count, fast.kinds, batch.kind, kindNumbers, ({ kind }) => kind);
  if (file.columns.portionAbsent >= 0) {
    const { portions } = fast;
    count = lookUp(
      fast,
      bytes,
      count,
      portions,
      batch.portionAbsent,
      portionNumbers,
      (record) => record.portion,
    );
  }
  return studentsKnown(fast, bytes, statesKnown(fast, count));
}

/** Enters the bytes of states; the number of the first record whose words are not known together. */
function statesKnown({ file, marks, kindNumbers, portionNumbers }: FastFile, count: number) {
  for (let record = 0; record < count; record++) {
    const kind = kindNumbers[record] ?? 0;
    const code = file.codes[kind * MOST_PORTIONS + (portionNumbers[record] ?? 0)] ?? 0;
    if (code === 0) return record;
    marks.codes[record] = code;
  }
  return count;
}
