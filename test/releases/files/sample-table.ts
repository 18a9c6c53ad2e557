import fc from "fast-check";
import { dayFromNumber } from "../../../functions/domain/calendar/day.ts";
import type { RowOf, TableDefinition } from "../../../functions/domain/records/table-definition.ts";

const column = { title: "", definition: "" };
/** One column of each type, all but the first open. */
export const table = {
  name: "sample",
  title: "",
  description: "",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "text", ...column },
    { name: "note", type: "text", optional: true, ...column },
    { name: "count", type: "integer", optional: true, ...column },
    { name: "rate", type: "number", optional: true, ...column },
    { name: "on", type: "day", optional: true, ...column },
    { name: "isNew", type: "boolean", optional: true, ...column },
  ],
} as const satisfies TableDefinition;
type Row = RowOf<typeof table>;

export const rows: readonly Row[] = [
  { id: "007", note: "a", count: 3, rate: 0.1, on: "2022-03-15", isNew: true },
  { id: "008", note: null, count: null, rate: null, on: null, isNew: null },
  { id: "", note: "", count: 0, rate: -0.5, on: "1899-12-31", isNew: false },
];

/** Any rows of the table, missing values among them. */
export const anyRow: fc.Arbitrary<Row> = fc.record({
  id: fc.string({ unit: "grapheme" }),
  note: fc.option(fc.string()),
  count: fc.option(fc.integer()),
  rate: fc.option(fc.double({ noNaN: true })),
  on: fc.option(fc.integer({ min: -30_000, max: 60_000 }).map((n) => dayFromNumber(n) as string)),
  isNew: fc.option(fc.boolean()),
});
export const anyRows = fc.array(anyRow, { maxLength: 40 });
