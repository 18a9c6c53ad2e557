import type { RejectReason } from "../../domain/records/reject.ts";
import { dayColumns } from "../profiles/day-columns.ts";
import type { FieldFault } from "../values/fields.ts";
import type { CanonicalTable } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import type { ReadRow } from "./read-row.ts";

/**
 * A column whose dates contradict what its profile says about them, in most records that allow a
 * comparison.
 */
export interface ContradictedDays {
  readonly column: string;
  /** The field that the profile fills from it, such as `goal.setOn`. */
  readonly field: string;
  readonly because: Contradiction;
  readonly records: number;
}

/** What the days of a column are found to be, where they should be no such thing. */
export const CONTRADICTIONS = [
  "after-target",
  "after-status",
  "still-to-come",
  "out-of-range",
  "end-before-begin",
] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

/** Rejects that point to the column if most records have them, and to the record if few do. */
const OF_REASON: { readonly [reason in RejectReason]?: Contradiction } = {
  "day-still-to-come": "still-to-come",
  "day-out-of-range": "out-of-range",
  "outside-its-school-year": "out-of-range",
  "ends-before-it-begins": "end-before-begin",
};

/** Days of one row, the first of which is never the later. */
const IN_ORDER: readonly (readonly [
  CanonicalTable,
  earlier: string,
  later: string,
  Contradiction,
])[] = [
  ["goal", "setOn", "targetOn", "after-target"],
  ["goal", "setOn", "statusOn", "after-status"],
];

/** Fewer records say nothing of a column. */
const FEWEST_RECORDS = 5;

export interface ContradictionCounts {
  accepted(row: ReadRow): void;
  /** @param times in how many records */
  rejected(fault: Pick<FieldFault, "column" | "reason">, times?: number): void;
  /** @param records how many the file has */
  end(records: number): readonly ContradictedDays[];
}

/** Counts, while a file is read, how often its days are not what its profile says. It keeps no day. */
export function contradictionCounts(kind: FileKind): ContradictionCounts {
  const rules = IN_ORDER.filter(([table]) =>
    kind.profile.reads.some((read) => read.table === table),
  ).map(([table, earlier, later, because]) => ({
    ...{ table, earlier, later, because },
    compared: 0,
    against: 0,
  }));
  const faults = new Map<string, { column: string; because: Contradiction; records: number }>();
  return {
    accepted({ table, row }) {
      for (const rule of rules) {
        if (rule.table !== table) continue;
        const days = row as unknown as { readonly [field: string]: string | null };
        const earlier = days[rule.earlier] ?? null;
        const later = days[rule.later] ?? null;
        if (earlier === null || later === null) continue;
        rule.compared++;
        if (earlier > later) rule.against++;
      }
    },
    rejected({ column, reason }, times = 1) {
      const because = OF_REASON[reason];
      if (because === undefined) return;
      const name = column.replace(/\[\d+\]/g, "[]");
      const key = `${because} ${name}`;
      const fault = faults.get(key) ?? { column: name, because, records: 0 };
      fault.records += times;
      faults.set(key, fault);
    },
    end(records) {
      const ofRows = rules
        .filter(({ compared, against }) => isMost(against, compared))
        .map(({ table, earlier, because, against }) => ({
          column: columnOf(kind, table, earlier),
          field: `${table}.${earlier}`,
          because,
          records: against,
        }));
      const ofFaults = [...faults.values()]
        .filter((fault) => isMost(fault.records, records))
        .flatMap(({ column, because, records: against }) =>
          dayColumns(kind, column)
            .slice(0, 1)
            .map(({ table, field }) => ({
              column,
              field: `${table}.${field}`,
              because,
              records: against,
            })),
        );
      return [...ofRows, ...ofFaults];
    },
  };
}

const isMost = (against: number, compared: number): boolean =>
  against >= FEWEST_RECORDS && 2 * against > compared;

/** The column as the profile names it. */
const columnOf = ({ profile }: FileKind, table: CanonicalTable, field: string): string =>
  profile.reads
    .filter((read) => read.table === table)
    .flatMap(({ columns }) => columns)
    .find(({ to, from }) => to === field && from !== undefined)?.from?.[0] ?? field;

const WORDS: { readonly [because in Contradiction]: string } = {
  "after-target": "is after the day by which the goal should be reached",
  "after-status": "is after the day on which the goal's status was given",
  "still-to-come": "was still to come when the file came",
  "out-of-range": "cannot be such a day",
  "end-before-begin": "lies before the day on which it begins",
};

/** The warning: what is read as what, what contradicts it, and what to do. It shows no date. */
export const contradictionWarning = ({
  column,
  field,
  because,
  records,
}: ContradictedDays): string =>
  `${column} is read as ${field}, and in ${records.toLocaleString("en-US")} records, most of those that tell, its day ${WORDS[because]}: the column seems to hold something else. Map it to what it holds, or to nothing${field === "goal.setOn" ? ": a goal without the day it was set still counts" : ""}.`;
