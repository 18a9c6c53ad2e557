import { CANONICAL_FIELDS } from "../profiles/canonical-fields.ts";
import { GAP, type CanonicalTable, type ColumnMap, type TableRead } from "../profiles/profile.ts";
import { missingFields } from "../profiles/read-contradictions.ts";
import type { Code } from "./column-shape.ts";
import { dayFormatOf, type DayFormatOf } from "./day-format.ts";
import type { Evidence } from "./field-score.ts";
import { refersTo, type IdDomain } from "./id-domains.ts";
import { localValues } from "./local-values.ts";
import type { IsPerson } from "./people-known.ts";
import { wordsOfHeader } from "./words/split-header.ts";
import type { SurveyedColumn, SurveyedFile } from "./survey.ts";
import type { TableFit } from "./table-fit.ts";

/** What a file's reads are made with. */
export interface ReadContext {
  readonly file: SurveyedFile;
  readonly evidence: Evidence;
  /** The codes of a column, also of other files of the same kind. */
  readonly codesOf: (column: SurveyedColumn) => readonly Code[];
  readonly formatOf: DayFormatOf;
  /** Whether goals and reviews say whose plan they are of, and not which plan. */
  readonly arePlansUnnumbered: boolean;
  /** Whether the last day of an enrollment still counts, where records show it. */
  readonly endDays: "last-day-in" | "first-day-out" | null;
  readonly isPerson: IsPerson;
}

export const has = (columns: readonly ColumnMap[], field: string): boolean =>
  columns.some(({ to }) => to === field);
export const columnTo = (columns: readonly ColumnMap[], field: string): ColumnMap =>
  columns.find(({ to }) => to === field) ?? { to: field };

export function inOrder(
  table: CanonicalTable,
  columns: readonly ColumnMap[],
): readonly ColumnMap[] {
  const order = Object.keys(CANONICAL_FIELDS[table].fields);
  return [...columns].sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to));
}

/** Each column with how its days are written and what its values mean. */
export function mapped(
  { table, columns }: TableFit,
  context: ReadContext,
  notes: string[],
): readonly ColumnMap[] {
  const { fields, required } = CANONICAL_FIELDS[table];
  return [...columns].map(([to, column]): ColumnMap => {
    const isAlone = required.some(
      (ways) => ways.length === 1 && ways[0]?.length === 1 && ways[0][0] === to,
    );
    const is = fields[to]?.is;
    const base = { to, from: [column.name], ...(isAlone ? { isRequired: true } : {}) };
    if (is === "day" || is === "end-day" || (is === "school-year" && column.shape.days !== null)) {
      return {
        ...base,
        ...dayFormatOf(column, context.formatOf),
        ...endDaysOf(table, to, column, context),
      };
    }
    if (is === "student") {
      const { idType } = domainOf(column, context) ?? { idType: "sis" };
      return { ...base, ...(table !== "person" && idType !== "sis" ? { idType } : {}) };
    }
    if (is !== "one-of" && is !== "list-of" && is !== "yes-no") return base;
    const { values, rare } = localValues(
      table,
      to,
      context.codesOf(column),
      context.evidence.translate,
      context.isPerson,
    );
    // A person whose role is not one of ours is listed without a role.
    const kept =
      table === "staff"
        ? Object.entries(values).filter(([, ours]) => ours !== GAP)
        : Object.entries(values);
    const open = Object.keys(values).length - kept.length;
    if (open > 0) {
      notes.push(
        `${column.name} holds ${open} value${open === 1 ? "" : "s"} for which no role is known: a person with one is kept without a role; in "values" of the column write what each means`,
      );
    }
    if (rare > 0) {
      notes.push(
        rare === 1
          ? `${column.name} holds 1 more value that is not shown because it may name a person or is in a single record: if it is a code, add what it means`
          : `${column.name} holds ${rare} more values that are not shown because they may name people or are in single records: if they are codes, add what they mean`,
      );
    }
    return { ...base, ...(kept.length === 0 ? {} : { values: Object.fromEntries(kept) }) };
  });
}

const domainOf = ({ shape }: SurveyedColumn, { evidence }: ReadContext): IdDomain | undefined =>
  evidence.domains
    .filter(({ entity }) => entity === "student")
    .find(({ column }) => refersTo(shape, column.shape));

function endDaysOf(
  table: CanonicalTable,
  to: string,
  column: SurveyedColumn,
  { endDays }: ReadContext,
): Partial<ColumnMap> {
  if (table !== "enrollment" || to !== "withdrewOn") return {};
  const words = wordsOfHeader(column.name).join(" ");
  if (/\b(?:last|ultimo|ultima)\b/.test(words)) return { endDays: "last-day-in" };
  return { endDays: endDays ?? (column.shape.filled === 0 ? "first-day-out" : GAP) };
}

/** The read with a gap for each field that a row cannot do without and that no column fills. */
export function completed(read: TableRead): TableRead {
  const { required } = CANONICAL_FIELDS[read.table];
  const filled = new Set(read.columns.map(({ to }) => to));
  const absent =
    missingFields(read).length === 0
      ? []
      : required
          .filter((ways) => !ways.some((way) => way.every((field) => filled.has(field))))
          .flatMap((ways) => ways[0] ?? []);
  const gaps = absent.filter((to) => !filled.has(to)).map((to) => ({ to, value: GAP }));
  return gaps.length === 0
    ? read
    : { ...read, columns: inOrder(read.table, [...read.columns, ...gaps]) };
}
