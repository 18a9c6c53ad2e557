import type { AnyRow } from "../domain/record-types/field.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import type { CanonicalRows } from "../sources/read/canonical-rows.ts";
import type { HeldTable } from "./rows/held-rows.ts";

/** The records of one type that hold, and each by what it belongs to. */
export interface JoinedRows<T extends HeldTable> {
  readonly all: readonly CanonicalRows[T][];
  /** By the field that names the owner, and then by the owner. */
  readonly byOwner: ReadonlyMap<string, ReadonlyMap<string, readonly CanonicalRows[T][]>>;
}

/** The records of a district by type. */
export type JoinedRecords = { readonly [T in HeldTable]: JoinedRows<T> };

/** The records that belong to one owner: `ownedBy(records.goal, "plan", plan)`. */
export const ownedBy = <T extends HeldTable>(
  { byOwner }: JoinedRows<T>,
  field: string,
  owner: string,
): readonly CanonicalRows[T][] => byOwner.get(field)?.get(owner) ?? [];

/** Groups the records of a type by their owners: each belongs to the first that it names. */
export function joinedRows<T extends HeldTable>(
  table: T,
  all: readonly CanonicalRows[T][],
): JoinedRows<T> {
  const fields = recordTypeOf(table)
    .references.filter(({ isOwner }) => isOwner === true)
    .map(({ field }) => field);
  const byOwner = new Map(fields.map((field) => [field, new Map<string, CanonicalRows[T][]>()]));
  for (const row of all) {
    const values = row as unknown as AnyRow;
    const field = fields.find((field) => (values[field] ?? "") !== "");
    const owners = field === undefined ? undefined : byOwner.get(field);
    if (field === undefined || owners === undefined) continue;
    const owner = String(values[field]);
    const rows = owners.get(owner);
    if (rows === undefined) owners.set(owner, [row]);
    else rows.push(row);
  }
  return { all, byOwner };
}
