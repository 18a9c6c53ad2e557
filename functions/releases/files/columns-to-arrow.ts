import {
  DateDay,
  Dictionary,
  Int32,
  makeData,
  Utf8,
  Vector,
  type Data,
  type DataType,
} from "apache-arrow";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { wordsData } from "./arrow-data.ts";
import { streamOf } from "./arrow-stream.ts";

/** The values of one column without any that is missing, as they are stored. */
export type StoredValues =
  | { readonly type: "integer" | "day"; readonly values: Int32Array }
  /** Each value is the number of a word; the words are in order of first appearance. */
  | { readonly type: "text"; readonly values: Int32Array; readonly words: readonly string[] };

/** `toArrow`, of columns that are there already: the same bytes without a row in between. */
export const columnsToArrow = (
  definition: TableDefinition,
  length: number,
  columns: readonly StoredValues[],
): Uint8Array => streamOf(definition, length, columns.map(storedData));

function storedData(column: StoredValues, id: number): Data<DataType> {
  const { values: data } = column;
  const { length } = data;
  switch (column.type) {
    case "integer":
      return makeData({ type: new Int32(), length, nullCount: 0, data });
    case "day":
      return makeData({ type: new DateDay(), length, nullCount: 0, data });
    case "text": {
      const type = new Dictionary(new Utf8(), new Int32(), id);
      const dictionary = new Vector([wordsData(column.words)]);
      return makeData({ type, length, nullCount: 0, data, dictionary });
    }
  }
}
