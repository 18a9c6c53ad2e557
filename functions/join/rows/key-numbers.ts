import {
  fieldOf,
  rowAt,
  type Cell,
  type Column,
  type Columns,
} from "../../domain/records/columns.ts";
import { keyOf, type RecordType } from "../../domain/record-types/record-type.ts";

/** The keys of rows as numbers: equal keys have equal ones. */
export interface KeyNumbers {
  /** For each of the lists of rows, row by row. */
  readonly ofRows: readonly Int32Array[];
  /** Greater than all numbers. */
  readonly end: number;
}

/**
 * Numbers for what makes rows be about the same. Each value of a field is looked at once, however
 * many rows have it; a key of several fields is the pair of what came before and the next.
 */
export function keyNumbers(type: RecordType, lists: readonly Columns[]): KeyNumbers {
  const fields = type.key.filter((field) => typeof field === "string");
  if (type.keyWithoutId !== undefined || fields.length < type.key.length) {
    return numbersOfTexts(type, lists);
  }
  const [first, ...others] = fields.map((field) =>
    numbersOfField(lists.map((columns) => fieldOf(columns, field))),
  );
  if (first === undefined) throw new Error(`the type ${type.name} has no key`);
  return others.reduce(pairNumbers, first);
}

/** Numbers of the texts that the values of one field are. */
function numbersOfField(columns: readonly Column[]): KeyNumbers {
  const [only] = columns;
  if (columns.length === 1 && only?.values.every(isText) === true) {
    return { ofRows: [only.codes], end: only.values.length };
  }
  const numbers = new Map<string, number>();
  const ofRows = columns.map(({ codes, values }) => {
    const numberOf = values.map((value) => numberIn(numbers, String(value ?? "")));
    return codes.map((code) => numberOf[code] ?? 0);
  });
  return { ofRows, end: numbers.size };
}

const isText = (value: Cell): boolean => typeof value === "string";

function pairNumbers(before: KeyNumbers, next: KeyNumbers): KeyNumbers {
  const numbers = new Map<number, number>();
  const ofRows = before.ofRows.map((firsts, list) => {
    const seconds = next.ofRows[list] ?? new Int32Array(0);
    return firsts.map((number, row) => numberIn(numbers, number * next.end + (seconds[row] ?? 0)));
  });
  return { ofRows, end: numbers.size };
}

/** Of types whose key is not the same fields in each row: by the key as text. */
function numbersOfTexts(type: RecordType, lists: readonly Columns[]): KeyNumbers {
  const numbers = new Map<string, number>();
  const ofRows = lists.map((columns) => {
    const ofList = new Int32Array(columns.length);
    for (let row = 0; row < columns.length; row++) {
      ofList[row] = numberIn(numbers, keyOf(type, rowAt(columns, row)));
    }
    return ofList;
  });
  return { ofRows, end: numbers.size };
}

function numberIn<K>(numbers: Map<K, number>, key: K): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}
