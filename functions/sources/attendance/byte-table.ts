/**
 * Numbers byte strings in order of first appearance, without making text of them: an identifier
 * that a file repeats 180 times is read as text once. Open addressing over typed arrays, which
 * grow with the number of different strings and not with how often they come.
 */
export interface ByteTable {
  /** The number of the bytes from `from` until `until`, new ones being added; -1 when the table is full. */
  numberOf(bytes: Uint8Array, from: number, until: number, hash: number): number;
}

/** What `HASH_START` becomes byte after byte by `nextHash` is the hash to hand in (FNV-1a). */
export const HASH_START = 0x811c9dc5 | 0;
export const nextHash = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

export function byteTable(limit: number): ByteTable {
  let mask = 255;
  let slots = new Int32Array(mask + 1);
  let hashes = new Int32Array(128);
  let ends = new Int32Array(128);
  let store = new Uint8Array(2048);
  let count = 0;

  const isEntry = (entry: number, bytes: Uint8Array, from: number, length: number): boolean => {
    const begin = entry === 0 ? 0 : (ends[entry - 1] ?? 0);
    if ((ends[entry] ?? 0) - begin !== length) return false;
    for (let place = 0; place < length; place++) {
      if (store[begin + place] !== bytes[from + place]) return false;
    }
    return true;
  };

  const grow = (): void => {
    const places = hashes.length * 2;
    hashes = resized(hashes, places);
    ends = resized(ends, places);
    mask = places * 2 - 1;
    slots = new Int32Array(mask + 1);
    for (let entry = 0; entry < count; entry++) {
      let slot = spread(hashes[entry] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    }
  };

  return {
    numberOf(bytes, from, until, hash) {
      let slot = spread(hash) & mask;
      for (;;) {
        const entry = (slots[slot] ?? 0) - 1;
        if (entry < 0) break;
        if (hashes[entry] === hash && isEntry(entry, bytes, from, until - from)) return entry;
        slot = (slot + 1) & mask;
      }
      if (count === limit) return -1;
      const begin = count === 0 ? 0 : (ends[count - 1] ?? 0);
      const end = begin + until - from;
      while (store.length < end) store = resized(store, store.length * 2);
      store.set(bytes.subarray(from, until), begin);
      ends[count] = end;
      hashes[count] = hash;
      slots[slot] = ++count;
      if (count === hashes.length) grow();
      return count - 1;
    },
  };
}

/** The low bits of the hash alone say too little of the first bytes. */
const spread = (hash: number): number => hash ^ (hash >>> 15);

function resized<T extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  array: T,
  length: number,
): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
