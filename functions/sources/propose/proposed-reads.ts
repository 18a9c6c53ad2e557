import type { ColumnMap, TableRead } from "../profiles/profile.ts";
import { attendanceRead, calendarReads } from "./day-reads.ts";
import { joinedKey, planItemReads, planReads } from "./plan-reads.ts";
import { completed, inOrder, mapped, type ReadContext } from "./read-parts.ts";
import {
  enrollmentReads,
  flagReads,
  onlySchool,
  organizationReads,
  personReads,
} from "./roster-reads.ts";
import type { TableFit } from "./table-fit.ts";

export interface ProposedReads {
  readonly reads: readonly TableRead[];
  /** Names of the columns that are read. */
  readonly used: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/** Makes the reads of a profile from the columns that fill a table. */
export function proposedReads(fits: readonly TableFit[], context: ReadContext): ProposedReads {
  const notes: string[] = [];
  const reads = fits.flatMap((fit) => readsOf(fit, context, notes));
  const used = new Set(reads.flatMap(columnsOf));
  const roster = fits.find(
    ({ table }) => table === "person" || table === "enrollment" || table === "program",
  );
  const flags =
    roster === undefined ||
    fits.some(({ table, columns }) => table === "program" && columns.has("program"))
      ? []
      : flagReads(roster, used, context);
  const all = [...reads, ...flags];
  return { reads: all, used: new Set(all.flatMap(columnsOf)), notes };
}

const columnsOf = ({ columns, keep = [], attendance }: TableRead): readonly string[] => [
  ...columns.flatMap(({ from = [], join = [] }) => [...from, ...join]),
  ...keep.map(({ column }) => column),
  ...(attendance === undefined
    ? []
    : attendance.shape === "wide"
      ? attendance.cells
      : attendance.sectionColumns),
];

function readsOf(fit: TableFit, context: ReadContext, notes: string[]): readonly TableRead[] {
  const { table } = fit;
  const columns = mapped(fit, context, notes);
  if (table === "person") return personReads(columns, fit, context);
  if (table === "enrollment") return enrollmentReads(columns, fit, context);
  if (table === "organization") return organizationReads(columns);
  if (table === "calendarDay") return calendarReads(columns, fit, context);
  if (table === "attendance") return [attendanceRead(columns, fit, context, notes)];
  if (table === "plan") return planReads(columns, context);
  if (table === "goal" || table === "review" || table === "actionStep") {
    return planItemReads(columns, fit, context, notes);
  }
  // Flags of programs are reads of their own.
  if (table === "program" && !fit.columns.has("program")) return [];
  const added: readonly ColumnMap[] =
    table === "incident"
      ? [...joinedKey(columns, fit, context), ...onlySchool(columns, context)]
      : [];
  return [completed({ table, columns: inOrder(table, [...columns, ...added]) })];
}
