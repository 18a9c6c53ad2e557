/**
 * The message of a batch of columns in an Arrow IPC stream: where in its bytes the numbers stand that
 * differ from batch to batch.
 * Sources: https://arrow.apache.org/docs/format/Columnar.html#encapsulated-message-format and
 * https://flatbuffers.dev/internals/
 */
export interface BatchMessage {
  /** The message with its mark and length, without the body that follows it. */
  readonly bytes: Uint8Array;
  /** Where the length of the body stands, and the number of rows; 8 bytes each. */
  readonly bodyLengthAt: number;
  readonly lengthAt: number;
  /** Where the list of columns begins: of each its length and how many values are null, 8 bytes each. */
  readonly nodesAt: number;
  /** Where the list of buffers begins: of each where in the body it begins and its length, 8 bytes each. */
  readonly buffersAt: number;
}

/** A mark of four bytes, and the length of the message in four. */
const PREFIX = 8;

/** The kinds of messages, as the schema of the format numbers them. */
const DICTIONARY_BATCH = 2;
const RECORD_BATCH = 3;

/** The messages of a stream: that of its schema, and those of its batches. */
export function messagesIn(stream: Uint8Array): {
  readonly schema: Uint8Array;
  readonly batches: readonly BatchMessage[];
} {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const length = (place: number): number => PREFIX + view.getInt32(place + 4, true);
  const schema = stream.slice(0, length(0));
  const batches: BatchMessage[] = [];
  let place = schema.length;
  // A length of none ends the stream.
  while (length(place) > PREFIX) {
    const bytes = stream.slice(place, place + length(place));
    const message = batchMessage(bytes);
    batches.push(message);
    const body = new DataView(bytes.buffer).getBigInt64(message.bodyLengthAt, true);
    place += bytes.length + Number(body);
  }
  return { schema, batches };
}

function batchMessage(bytes: Uint8Array): BatchMessage {
  const view = new DataView(bytes.buffer);
  const root = PREFIX + view.getUint32(PREFIX, true);
  const kind = view.getUint8(fieldAt(view, root, 1));
  const header = pointedFrom(view, fieldAt(view, root, 2));
  if (kind !== RECORD_BATCH && kind !== DICTIONARY_BATCH) {
    throw new Error(`a message of kind ${kind}: expected a batch`);
  }
  const batch = kind === RECORD_BATCH ? header : pointedFrom(view, fieldAt(view, header, 1));
  return {
    bytes,
    bodyLengthAt: fieldAt(view, root, 3),
    lengthAt: fieldAt(view, batch, 0),
    // A list begins with its length.
    nodesAt: pointedFrom(view, fieldAt(view, batch, 1)) + 4,
    buffersAt: pointedFrom(view, fieldAt(view, batch, 2)) + 4,
  };
}

/** Where a field of a table stands. @throws where the table lacks it, as one that is zero */
function fieldAt(view: DataView, table: number, field: number): number {
  const fields = table - view.getInt32(table, true);
  const offset = view.getUint16(fields + 4 + 2 * field, true);
  if (offset === 0) throw new Error(`field ${field} is left out of a message`);
  return table + offset;
}

const pointedFrom = (view: DataView, place: number): number => place + view.getUint32(place, true);

/** What a batch has: rows, columns, and their buffers one after the other. */
export interface Batch {
  readonly length: number;
  readonly nodes: readonly { readonly length: number; readonly nullCount: number }[];
  readonly buffers: readonly Uint8Array[];
}

/** Writes a batch into bytes, its message and then its body. @returns where they end */
export function putMessage(
  bytes: Uint8Array,
  from: number,
  message: BatchMessage,
  { length, nodes, buffers }: Batch,
): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, message.bytes.length);
  bytes.set(message.bytes, from);
  putNumber(view, message.lengthAt, length);
  let node = message.nodesAt;
  for (const { length: ofNode, nullCount } of nodes) {
    putNumber(view, node, ofNode);
    putNumber(view, node + 8, nullCount);
    node += 16;
  }
  const body = from + message.bytes.length;
  let next = 0;
  let place = message.buffersAt;
  for (const buffer of buffers) {
    const padded = (buffer.length + 7) & ~7;
    putNumber(view, place, next);
    putNumber(view, place + 8, padded);
    bytes.set(buffer, body + next);
    next += padded;
    place += 16;
  }
  putNumber(view, message.bodyLengthAt, next);
  return body + next;
}

/** A whole number in eight bytes. */
function putNumber(view: DataView, place: number, number: number): void {
  view.setUint32(place, number, true);
  view.setUint32(place + 4, Math.floor(number / 2 ** 32), true);
}
