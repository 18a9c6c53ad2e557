import fc from "fast-check";

/** One thing that happens to a file between two systems. */
type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const offsetAt = (bytes: Buffer, where: number): number => Math.floor(bytes.length * where);

const ODD_BYTES = [0x00, 0x0a, 0x0d, 0x22, 0x2c, 0x27, 0x3d, 0x5c, 0x7b, 0x80, 0xe9, 0xff];

const flipped = fc
  .tuple(place, fc.integer({ min: 0, max: 7 }))
  .map(([where, bit]): Mutation => (bytes) => {
    const changed = Buffer.from(bytes);
    const index = offsetAt(bytes, where);
    if (index < changed.length) changed[index] = (changed[index] ?? 0) ^ (1 << bit);
    return changed;
  });

const inserted = fc
  .tuple(
    place,
    fc.oneof(
      fc.constantFrom(...ODD_BYTES).map((byte) => Buffer.from([byte])),
      fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom("\r\n", '","', '""', "__proto__", "\ufeff", "\u202e", "=1+1", "9".repeat(300))
        .map((text) => Buffer.from(text)),
    ),
  )
  .map(
    ([where, more]): Mutation =>
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, offsetAt(bytes, where)),
          more,
          bytes.subarray(offsetAt(bytes, where)),
        ]),
  );

const cutOff = place.map(
  (where): Mutation =>
    (bytes) =>
      bytes.subarray(0, offsetAt(bytes, where)),
);

const byLine =
  (change: (lines: string[]) => readonly string[]): Mutation =>
  (bytes) =>
    // Every byte is one character, so that none is lost.
    Buffer.from(change(bytes.toString("latin1").split("\n")).join("\n"), "latin1");

const shuffled = fc.integer({ min: 1, max: 1_000 }).map((seed) =>
  byLine(([header = "", ...lines]) => [
    header,
    ...lines
      .map((line, index) => ({ line, order: (index * 7919 * seed) % 1009 }))
      .sort((a, b) => a.order - b.order)
      .map(({ line }) => line),
  ]),
);

const swapped = fc.tuple(fc.nat(8), fc.nat(8), fc.boolean()).map(([a, b, withHeader]) =>
  byLine((lines) =>
    lines.map((line, index) => {
      const cells = line.split(",");
      const [first, second] = [cells[a], cells[b]];
      if (first === undefined || second === undefined || (index === 0 && !withHeader)) return line;
      cells[a] = second;
      cells[b] = first;
      return cells.join(",");
    }),
  ),
);

const repeated = place.map((where) =>
  byLine((lines) =>
    lines.flatMap((line, index) =>
      index === Math.floor(lines.length * where) ? [line, line] : [line],
    ),
  ),
);

/** What may happen to a file: bits flipped, bytes put in, its end cut off, rows and columns moved. */
export const mutations = fc
  .array(fc.oneof(flipped, inserted, cutOff, shuffled, swapped, repeated), {
    minLength: 1,
    maxLength: 5,
  })
  .map(
    (all): Mutation =>
      (bytes) =>
        all.reduce((now, mutate) => mutate(now), bytes),
  );
