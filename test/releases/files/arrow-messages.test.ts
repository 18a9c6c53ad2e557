import { describe, expect, it } from "vitest";
import { messagesIn, putMessage } from "../../../functions/releases/files/arrow-messages.ts";
import { toArrow } from "../../../functions/releases/files/arrow-rows.ts";
import type { TableDefinition } from "../../../functions/domain/records/table-definition.ts";

const table = {
  name: "sample",
  title: "",
  description: "",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "text", title: "", definition: "" },
    { name: "count", type: "integer", title: "", definition: "" },
  ],
} as const satisfies TableDefinition;
const stream = toArrow(table, [
  { id: "a", count: 1 },
  { id: "b", count: 2 },
]);

const numberAt = (bytes: Uint8Array, place: number): number =>
  Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(place, true));

describe("the messages of a stream", () => {
  const { schema, batches } = messagesIn(stream);
  const [words, rows] = batches;

  it("are its schema, the words of its column of text, and its rows", () => {
    expect(batches).toHaveLength(2);
    expect(stream.subarray(0, schema.length)).toEqual(schema);
  });

  it("say where their numbers stand", () => {
    if (words === undefined || rows === undefined) throw new Error("two batches were expected");
    // Two words of a letter: three offsets of four bytes, two letters, each filled up to eight bytes.
    expect(numberAt(words.bytes, words.lengthAt)).toBe(2);
    expect(numberAt(words.bytes, words.bodyLengthAt)).toBe(16 + 8);
    expect(numberAt(words.bytes, words.buffersAt + 16 + 8)).toBe(16);
    // Two columns of two numbers of four bytes, the second behind the first.
    expect(numberAt(rows.bytes, rows.lengthAt)).toBe(2);
    expect(numberAt(rows.bytes, rows.nodesAt + 16)).toBe(2);
    expect(numberAt(rows.bytes, rows.buffersAt + 3 * 16)).toBe(8);
  });

  it("are written with other numbers behind what is there already", () => {
    if (words === undefined) throw new Error("words were expected");
    const buffers = [new Uint8Array(0), Uint8Array.of(1, 2, 3), new Uint8Array(9).fill(7)];
    const bytes = new Uint8Array(8 + words.bytes.length + 8 + 16);
    const end = putMessage(bytes, 8, words, {
      length: 5,
      nodes: [{ length: 5, nullCount: 3 }],
      buffers,
    });
    const message = bytes.subarray(8);
    expect(end).toBe(bytes.length);
    expect(numberAt(message, words.lengthAt)).toBe(5);
    expect(numberAt(message, words.nodesAt + 8)).toBe(3);
    expect(numberAt(message, words.bodyLengthAt)).toBe(24);
    expect([...message.subarray(words.bytes.length)]).toEqual([
      ...[1, 2, 3, 0, 0, 0, 0, 0],
      ...[7, 7, 7, 7, 7, 7, 7, 7, 7, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });
});
