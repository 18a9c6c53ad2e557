import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowAt } from "../../../functions/domain/records/columns.ts";
import { keyOf } from "../../../functions/domain/record-types/record-type.ts";
import { recordTypeOf } from "../../../functions/domain/record-types/record-types.ts";
import { grouped } from "../../../functions/domain/text/grouped.ts";
import {
  heldColumns,
  type HeldRow,
  type HeldTable,
} from "../../../functions/join/rows/held-rows.ts";
import { filedRow, type ArrivedFile } from "../../../functions/join/rows/rows-by-key.ts";
import { rowsInForce } from "../../../functions/join/rows/rows-in-force.ts";
import { columnsInForce, standingRows } from "../../../functions/join/rows/standing-rows.ts";

const fileOf = (name: string, arrival: number): ArrivedFile =>
  ({ name, sha256: name, arrival, reading: { kind: null } }) as unknown as ArrivedFile;

const state = {
  source: fc.constant(""),
  modifiedAt: fc.constantFrom("", "2021-09-01", "2021-09-02"),
  isRemoved: fc.boolean(),
};
/** Rows few of whose keys name one: of a key of one field, of three, and of one that may be others. */
const ROWS: { readonly [table in HeldTable]?: fc.Arbitrary<object> } = {
  goal: fc.record({
    goal: fc.constantFrom("1", "2", "3"),
    plan: fc.constantFrom("P", "Q"),
    description: fc.constantFrom("read", "write"),
  }),
  enrollment: fc.record({
    student: fc.constantFrom("A", "B"),
    school: fc.constantFrom("S", "T"),
    enteredOn: fc.constantFrom("2021-09-01", "2021-09-02"),
    withdrewOn: fc.constantFrom(null, "2022-01-10", "2022-02-10"),
    isPrimary: fc.boolean(),
  }),
  incident: fc.record({
    incident: fc.constantFrom("", "1"),
    student: fc.constantFrom("A", "B"),
    school: fc.constant("S"),
    on: fc.constantFrom("2021-10-01", "2021-10-02"),
  }),
};

describe("the rows that stand", () => {
  it.each(Object.entries(ROWS) as [HeldTable, fc.Arbitrary<object>][])(
    "of %s are those that count of each key alone",
    (table, anyRow) => {
      const list = fc.array(fc.record({ ...state, row: anyRow }), { maxLength: 12 });
      fc.assert(
        fc.property(list, list, fc.nat(1), (first, second, arrival) => {
          const parts = [first, second].map((rows, place) => ({
            file: fileOf(`file ${place}`, place * arrival),
            columns: heldColumns(
              rows.map((row, index) => ({ ...row, record: index + 1 }) as HeldRow<HeldTable>),
            ),
            isJoined: (row: number) => row % 5 !== 4,
          }));
          const filed = parts.flatMap((part) =>
            Array.from({ length: part.columns.length }, (_, row) => row)
              .filter(part.isJoined)
              .map((row) => filedRow<HeldTable>(part, row)),
          );
          const keys = grouped(filed, ({ row }) => keyOf(recordTypeOf(table), { ...row }));
          const expected = [...keys.values()].map((rows) => rowsInForce(table, rows));
          const standing = standingRows(table, parts);
          const columns = columnsInForce(standing);
          expect(Array.from({ length: columns.length }, (_, row) => rowAt(columns, row))).toEqual(
            expected.flatMap(({ rows }) =>
              rows.filter((row) => !row.isRemoved).map(({ row }) => row),
            ),
          );
          expect(standing.duplicates).toEqual(expected.flatMap(({ duplicates }) => duplicates));
        }),
      );
    },
  );
});
