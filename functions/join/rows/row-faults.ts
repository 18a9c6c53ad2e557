import type { DayRange, Reject, RejectReason } from "../../domain/records/reject.ts";
import { isAddition } from "../../sources/read/additions.ts";
import type { CanonicalTable } from "../../sources/profiles/profile.ts";
import { columnNameOf } from "./read-columns.ts";
import type { HeldTable, ReadFile } from "./held-rows.ts";

export type Fault = readonly [to: string, RejectReason, DayRange?];

export interface RowFaults {
  /** A row that cannot be used. */
  add(file: ReadFile, table: HeldTable, record: number, fault: Fault): void;
  /** A value of a row, which is used without it. */
  setAside(file: ReadFile, table: HeldTable, record: number, fault: Fault): void;
  /** By the file's SHA-256. */
  end(): Map<string, Reject[]>;
}

interface FoundFault {
  readonly table: HeldTable;
  readonly record: number;
  readonly reject: Reject;
}

/**
 * What the join finds wrong with rows. It costs the record, but for a row that only adds to it (a
 * program of a student, a goal of a plan) and for one of several of one list (a school of a student)
 * of which others can be used: that row alone is then set aside.
 */
export function rowFaults(): RowFaults {
  const faultsByFile = new Map<ReadFile, FoundFault[]>();
  const note = (file: ReadFile, table: HeldTable, record: number, reject: Reject): void => {
    const faults = faultsByFile.get(file) ?? [];
    faultsByFile.set(file, faults);
    faults.push({ table, record, reject });
  };
  const rejectOf = (
    file: ReadFile,
    table: CanonicalTable,
    record: number,
    [to, reason, range]: Fault,
  ): Reject => {
    const column = columnNameOf(file, table, to);
    return { file: file.name, record, column, reason, ...(range && { range }) };
  };
  return {
    add(file, table, record, fault) {
      note(file, table, record, rejectOf(file, table, record, fault));
    },
    setAside(file, table, record, fault) {
      const reject = rejectOf(file, table, record, fault);
      note(file, table, record, { ...reject, disposition: "set-aside" });
    },
    end: () =>
      new Map(
        [...faultsByFile].map(([file, faults]) => {
          const isUsedWithout = usedWithout(file, faults);
          const rejects = faults.map((fault) =>
            isUsedWithout(fault)
              ? { ...fault.reject, disposition: "set-aside" as const }
              : fault.reject,
          );
          return [file.sha256, rejects];
        }),
      ),
  };
}

/** Whether the record of a faulty row is used without the row. */
function usedWithout(
  file: ReadFile,
  faults: readonly FoundFault[],
): (fault: FoundFault) => boolean {
  const { kind } = file.reading;
  if (kind === null) return () => false;
  const lists = new Set(
    kind.profile.reads.filter(({ forEach }) => forEach !== undefined).map(({ table }) => table),
  );
  const keyOf = ({ table, record }: Pick<FoundFault, "table" | "record">): string =>
    `${table} ${record}`;
  const ofLists = faults.filter(({ table }) => lists.has(table));
  const faulty = new Map<string, number>();
  for (const fault of ofLists) faulty.set(keyOf(fault), (faulty.get(keyOf(fault)) ?? 0) + 1);
  const all = new Map<string, number>();
  for (const table of new Set(ofLists.map((fault) => fault.table))) {
    for (const record of file.rows[table].records) {
      const key = keyOf({ table, record });
      if (faulty.has(key)) all.set(key, (all.get(key) ?? 0) + 1);
    }
  }
  return (fault) => {
    if (isAddition(kind, fault.table)) return true;
    const key = keyOf(fault);
    return (faulty.get(key) ?? 0) < (all.get(key) ?? 0);
  };
}
