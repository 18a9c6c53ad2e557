import { CANONICAL_FIELDS, isDayField, type DayField } from "./canonical-fields.ts";
import { nameKey } from "../csv/header.ts";
import type { CanonicalTable, ColumnMap } from "./profile.ts";
import type { FileKind } from "./profiles.ts";

/** A column of a file that a profile reads days from, and the field that it fills. */
export interface DayColumn {
  readonly table: CanonicalTable;
  readonly field: string;
  readonly is: DayField;
}

/**
 * The fields of days that a column fills.
 * @param column as a reject names it: `set_on`, or `goals[2].set_on` of a document
 */
export function dayColumns({ profile }: FileKind, column: string): readonly DayColumn[] {
  const names = [column, column.slice(column.lastIndexOf(".") + 1)].map(nameKey);
  const isMeant = ({ to, from = [to] }: ColumnMap): boolean =>
    from.some((name) => names.includes(nameKey(name)));
  return profile.reads.flatMap(({ table, columns }) =>
    columns.filter(isMeant).flatMap(({ to }) => {
      const is = CANONICAL_FIELDS[table].fields[to];
      return isDayField(is) ? [{ table, field: to, is }] : [];
    }),
  );
}
