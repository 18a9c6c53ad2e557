import { studentsTable, type StudentRow } from "./students-table.ts";
import { columnsFromArrow, type ArrowColumns } from "../../releases/files/arrow-columns.ts";

/**
 * The students of a staff edition, or some of them in their order, from the bytes of its table. A column
 * is read when the first row is asked for it, so that a list of a large district reads what it shows and
 * sorts by and no more. In an edition of before caseloads were noted, a student is in the caseload of the
 * plan's counselor alone.
 * @param range the first row and the one after the last
 */
export function readStudents(
  bytes: Uint8Array,
  { requirements }: { readonly requirements: readonly { readonly id: string }[] },
  range?: readonly [from: number, until: number],
): readonly StudentRow[] {
  const definition = studentsTable(requirements.map(({ id }) => id));
  const columns = columnsFromArrow(definition, bytes);
  const rowOf = rowMaker(
    definition.columns.map(({ name }) => name),
    columns,
  );
  const [from, until] = range ?? [0, columns.length];
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => rowOf(from + index));
}

/** Makes rows that know their place alone: each cell is read from its column. */
function rowMaker(
  names: readonly string[],
  { column }: ArrowColumns,
): (place: number) => StudentRow {
  const cells: PropertyDescriptorMap = {};
  for (const name of names) {
    let values: readonly unknown[] | undefined;
    cells[name] = {
      enumerable: true,
      get(this: { readonly place: number }) {
        values ??= name === "caseload" ? caseloads(column) : column(name);
        return values[this.place];
      },
    };
  }
  const prototype = Object.defineProperties({}, cells) as object;
  return (place) => Object.create(prototype, { place: { value: place } }) as unknown as StudentRow;
}

const caseloads = (column: ArrowColumns["column"]): readonly unknown[] => {
  const counselors = column("counselor");
  return column("caseload").map((caseload, place) => caseload ?? counselors[place]);
};
