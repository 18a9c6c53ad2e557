import { asProtected, type ProtectedTable } from "./protected-table.ts";

/**
 * What has come due, by name alone, where it is for as many students as a group with a figure has:
 * naming a requirement below the threshold would reveal that it applies to a few students.
 */
export const publicCameDue = <Key extends object>(
  cameDue: readonly (Key & { readonly count: number })[],
  smallestGroup: number,
): ProtectedTable<Omit<Key, "count">> =>
  asProtected(
    cameDue.filter(({ count }) => count >= smallestGroup).map(({ count: _count, ...key }) => key),
  );
