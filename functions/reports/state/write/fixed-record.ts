interface Placed {
  readonly name: string;
  readonly start?: number;
  readonly length?: number;
  readonly isNumber?: true;
}

/**
 * One record of fixed width: each value at its place, text to the left and numbers to the right with
 * blanks around them.
 * @param recordLength null where the record ends with its last field
 * @throws when a value is longer than its field, or a field has no place
 */
export function fixedRecord(
  fields: readonly Placed[],
  cells: readonly string[],
  recordLength: number | null,
): string {
  let record = "";
  for (const [index, { name, start, length, isNumber }] of fields.entries()) {
    if (start === undefined || length === undefined)
      throw new Error(`${name} has no place in the record`);
    const cell = cells[index] ?? "";
    if (cell.length > length)
      throw new Error(`a value of ${name} is longer than ${length} characters`);
    if (start - 1 < record.length)
      throw new Error(`${name} begins before the field before it ends`);
    record =
      record.padEnd(start - 1) + (isNumber === true ? cell.padStart(length) : cell.padEnd(length));
  }
  return recordLength === null ? record : record.padEnd(recordLength);
}
