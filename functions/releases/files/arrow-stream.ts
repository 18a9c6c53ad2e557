import { RecordBatchStreamWriter, type Data, type DataType, type Utf8 } from "apache-arrow";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { batchOf } from "./arrow-batch.ts";
import { messagesIn, putMessage, type BatchMessage } from "./arrow-messages.ts";

/**
 * One batch as the bytes of an Arrow IPC stream: a schema, the words of each column of text, and the
 * columns. They are the bytes of Arrow's own writer, which takes ten times as long for a table of a
 * few hundred rows: it writes the messages of a definition once, and from then on only their numbers
 * are replaced.
 * Source: https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format
 * @param children the columns of the definition, as `arrow-data.ts` makes them
 */
export function streamOf(
  definition: TableDefinition,
  length: number,
  children: readonly Data<DataType>[],
): Uint8Array {
  const words = children.flatMap((child) => (isOfWords(child) ? [wordsIn(child)] : []));
  const isNone = words.map((ofColumn) => ofColumn.length === 0);
  if (length === 0 && !isNone.includes(false)) return emptyStream(definition, children);
  // Arrow leaves a zero out of a message, which is then shorter.
  if (length === 0 || children.length === 0 || isNone.includes(true)) {
    return writtenByArrow(definition, length, children);
  }
  const { schema, ofWords, ofRows } = messagesOf(definition, length, children);
  const buffersOfWords = words.map((data) => buffersOf(data));
  const buffersOfRows = children.flatMap(buffersOf);
  const lengthOfWords = buffersOfWords.reduce(
    (sum, buffers, index) => sum + (ofWords[index]?.bytes.length ?? 0) + lengthOf(buffers),
    0,
  );
  const bytes = new Uint8Array(
    schema.length + lengthOfWords + ofRows.bytes.length + lengthOf(buffersOfRows) + END.length,
  );
  bytes.set(schema);
  let next = schema.length;
  for (const [index, data] of words.entries()) {
    const message = ofWords[index];
    if (message === undefined) throw new Error(`no message for words of ${definition.name}`);
    const buffers = buffersOfWords[index] ?? [];
    next = putMessage(bytes, next, message, { length: data.length, nodes: [data], buffers });
  }
  next = putMessage(bytes, next, ofRows, { length, nodes: children, buffers: buffersOfRows });
  bytes.set(END, next);
  return bytes;
}

const EMPTY = new WeakMap<TableDefinition, Uint8Array>();

/** Tables of a definition without any row are all alike. */
function emptyStream(definition: TableDefinition, children: readonly Data<DataType>[]): Uint8Array {
  const bytes = EMPTY.get(definition) ?? writtenByArrow(definition, 0, children);
  EMPTY.set(definition, bytes);
  return bytes.slice();
}

/** What ends a stream: the mark of a message, and a length of none. */
const END = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);

/** The messages of a table of one definition with any rows. */
interface Messages {
  readonly schema: Uint8Array;
  readonly ofWords: readonly BatchMessage[];
  readonly ofRows: BatchMessage;
}

const MESSAGES = new WeakMap<TableDefinition, Messages>();

function messagesOf(
  definition: TableDefinition,
  length: number,
  children: readonly Data<DataType>[],
): Messages {
  const before = MESSAGES.get(definition);
  if (before !== undefined) return before;
  const { schema, batches } = messagesIn(writtenByArrow(definition, length, children));
  const ofRows = batches.at(-1);
  if (ofRows === undefined) throw new Error(`no rows in the example of ${definition.name}`);
  const messages = { schema, ofWords: batches.slice(0, -1), ofRows };
  MESSAGES.set(definition, messages);
  return messages;
}

const writtenByArrow = (
  definition: TableDefinition,
  length: number,
  children: readonly Data<DataType>[],
): Uint8Array =>
  RecordBatchStreamWriter.writeAll([batchOf(definition, length, children)]).toUint8Array(true);

const isOfWords = ({ dictionary }: Data<DataType>): boolean => dictionary !== undefined;

/** The words of a column: one piece, since each stream has its own. */
function wordsIn({ dictionary }: Data<DataType>): Data<Utf8> {
  const [words, another] = dictionary?.data ?? [];
  if (words === undefined || another !== undefined) throw new Error("expected words in one piece");
  return words as Data<Utf8>;
}

/** The buffers of a column in the order in which a message has them. */
function buffersOf(data: Data<DataType>): readonly Uint8Array[] {
  const { nullCount, nullBitmap, length } = data;
  const isPresent = nullCount > 0 ? nullBitmap : NONE;
  if (isUtf8(data)) {
    const offsets = data.valueOffsets.subarray(0, length + 1);
    return [isPresent, bytesOf(offsets), data.values.subarray(0, offsets[length])];
  }
  const values = data.values as Int32Array | Float64Array | Uint8Array;
  // A column of truth values is stored as bits.
  const isBits = values instanceof Uint8Array;
  return [isPresent, bytesOf(isBits ? values : values.subarray(0, length))];
}

const NONE = new Uint8Array(0);

const isUtf8 = (data: Data<DataType>): data is Data<Utf8> =>
  (data as { readonly valueOffsets?: unknown }).valueOffsets !== undefined;

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Each buffer takes a multiple of eight bytes. */
const lengthOf = (buffers: readonly Uint8Array[]): number =>
  buffers.reduce((sum, { length }) => sum + ((length + 7) & ~7), 0);
