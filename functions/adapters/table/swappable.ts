import type { Item } from "../../pipeline/ports.ts";

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
