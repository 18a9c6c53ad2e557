import type { ItemKey } from "../../pipeline/ports.ts";

/** A byte that UTF-8 has nowhere, so no partition can be taken for the beginning of another's key. */
const END = 0xff;

/**
 * The key of an item as LevelDB orders it: the partition, a byte that ends it, and the sort key, in
 * UTF-8. The items of a partition lie side by side in the order that DynamoDB has them in.
 */
export function levelKey({ partition, sort }: ItemKey): Buffer {
  const key = Buffer.allocUnsafe(Buffer.byteLength(partition) + 1 + Buffer.byteLength(sort));
  const end = key.write(partition);
  key[end] = END;
  key.write(sort, end + 1);
  return key;
}

/** The keys of a partition whose sort key begins so. */
export function levelRange(
  partition: string,
  begins: string,
): { readonly gte: Buffer; readonly lt: Buffer } {
  const gte = levelKey({ partition, sort: begins });
  return { gte, lt: Buffer.concat([gte, Buffer.of(END)]) };
}

/** The sort key in the key of an item of the partition. */
export const sortOf = (key: Buffer, partition: string): string =>
  key.toString("utf8", Buffer.byteLength(partition) + 1);
