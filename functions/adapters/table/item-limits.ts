import { TABLE } from "../../layout.ts";
import type { ItemKey } from "../../pipeline/ports.ts";
import type { Attributes } from "./item-text.ts";

/*
 * What DynamoDB takes, in bytes of UTF-8: the table of one machine refuses what that would, so that what
 * works there works on AWS. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
const PARTITION_BYTES = 2_048;
const SORT_BYTES = 1_024;
const ITEM_BYTES = 400 * 1_024;
/** What DynamoDB reads for one page at most. */
export const PAGE_BYTES = 1_024 * 1_024;

/** No part of an item takes more than three bytes for each character of its JSON. */
const SURELY_TAKEN = ITEM_BYTES / 3 - PARTITION_BYTES - SORT_BYTES;

/** @throws Error for a key that is empty or too long; it names no value */
export function checkKey({ partition, sort }: ItemKey): void {
  checkBytes("partition key", partition, PARTITION_BYTES);
  checkBytes("sort key", sort, SORT_BYTES);
}

/** @throws Error for a partition that is empty or too long */
export const checkPartition = (partition: string): void =>
  checkBytes("partition key", partition, PARTITION_BYTES);

/**
 * @param text the attributes as JSON
 * @throws Error for an item that is too large, or whose key is not taken
 */
export function checkItem(key: ItemKey, attributes: Attributes, text: string): void {
  checkKey(key);
  if (text.length < SURELY_TAKEN) return;
  const bytes = bytesOfMap({
    ...attributes,
    [TABLE.partition]: key.partition,
    [TABLE.sort]: key.sort,
  });
  if (bytes > ITEM_BYTES) {
    throw new Error(`an item has ${bytes} bytes: expected at most ${ITEM_BYTES}`);
  }
}

function checkBytes(what: string, text: string, most: number): void {
  // A character takes three bytes at most.
  if (text.length > 0 && text.length * 3 <= most) return;
  const bytes = Buffer.byteLength(text);
  if (bytes === 0 || bytes > most) {
    throw new Error(`a ${what} has ${bytes} bytes: expected 1 to ${most}`);
  }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
const bytesOfMap = (map: Attributes): number =>
  Object.entries(map).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value),
    0,
  );

function bytesOf(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  // About a byte for two digits, and one.
  if (typeof value === "number") return Math.ceil(significantDigits(value) / 2) + 1;
  if (Array.isArray(value)) {
    return value.reduce((sum: number, element) => sum + bytesOf(element) + 1, 3);
  }
  if (typeof value === "object" && value !== null) {
    return 3 + Object.keys(value).length + bytesOfMap(value as Attributes);
  }
  return 1;
}

const significantDigits = (value: number): number =>
  String(value)
    .replace(/e.*$|\D/g, "")
    .replace(/^0+|0+$/g, "").length;
