type Entries = Readonly<Record<string, readonly unknown[]>>;

/**
 * Splits the entries of a `BatchWriteItem` in those to write and those to hand back, at least one
 * of each.
 *
 * @param writtenOf how many of so many entries are written
 * @returns null where there are too few entries for that
 */
export function handedBack(
  body: Readonly<Record<string, unknown>>,
  writtenOf: (count: number) => number,
): { readonly kept: object; readonly handedBack: Entries } | null {
  const all = Object.entries(body["RequestItems"] as Entries).flatMap(([table, entries]) =>
    entries.map((entry) => ({ table, entry })),
  );
  if (all.length < 2) return null;
  const written = writtenOf(all.length);
  return {
    kept: { ...body, RequestItems: byTable(all.slice(0, written)) },
    handedBack: byTable(all.slice(written)),
  };
}

function byTable(all: readonly { readonly table: string; readonly entry: unknown }[]): Entries {
  return Object.fromEntries(
    [...new Set(all.map(({ table }) => table))].map((name) => [
      name,
      all.filter(({ table }) => table === name).map(({ entry }) => entry),
    ]),
  );
}
