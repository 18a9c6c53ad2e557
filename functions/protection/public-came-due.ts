import { asProtected, type ProtectedTable } from "./protected-table.ts";

/**
 * What has come due, by name alone, where it is for as many students as a group with a figure has: a
 * requirement of few would tell that there are some whom it asks.
 */
export const publicCameDue = <Key extends object>(
  cameDue: readonly (Key & { readonly count: number })[],
  smallestGroup: number,
): ProtectedTable<Omit<Key, "count">> =>
  asProtected(
    cameDue.filter(({ count }) => count >= smallestGroup).map(({ count: _count, ...key }) => key),
  );
