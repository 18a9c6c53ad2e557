import type { Item } from "../../pipeline/ports.ts";
import type { Attributes } from "./item-text.ts";

/**
 * What a table can compare before it swaps an item: text, numbers, booleans and null. Lists and objects
 * are left out, since not every table knows when two of them are equal.
 * @throws Error that names the attribute, or the two keys where they differ
 */
export function checkSwap(item: Item, before: Item | null): void {
  if (before === null) return;
  if (item.partition !== before.partition || item.sort !== before.sort) {
    throw new Error("an item cannot be swapped for one with another key: expected one key");
  }
  for (const [attribute, value] of Object.entries(before)) {
    if (typeof value === "object" && value !== null) {
      throw new Error(
        `attribute ${attribute} cannot be compared in a swap: expected text, a number, a boolean or null`,
      );
    }
  }
}

/**
 * Whether the stored item is as it was before, and has none of the attributes that the one after adds;
 * whether none is stored, where none was. No attribute of `before` and `after` is undefined.
 */
export function isStill(
  stored: Attributes | null,
  before: Attributes | null,
  after: Attributes,
): boolean {
  if (before === null || stored === null) return before === null && stored === null;
  for (const attribute in before) if (stored[attribute] !== before[attribute]) return false;
  for (const attribute in after) {
    if (!(attribute in before) && Object.hasOwn(stored, attribute)) return false;
  }
  return true;
}
