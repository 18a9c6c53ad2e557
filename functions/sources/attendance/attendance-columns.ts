import { placesOf } from "../csv/header.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { nullTokensOf } from "../values/null-tokens.ts";

/** Where an attendance file has its fields; `columns` is how many cells a record must have. */
export interface AttendanceColumns {
  readonly columns: number;
  readonly student: number;
  readonly on: number;
  readonly kind: number;
  /** -1 where the file has none. */
  readonly portionAbsent: number;
  /** Texts that name no student. */
  readonly nullTokens: ReadonlySet<string>;
}

const FIELDS = new Set(["student", "on", "kind", "portionAbsent"]);

/** Where a file has the fields of attendance; null where that is not plain to see. */
export function attendanceColumns(
  { profile, rules }: FileKind,
  header: readonly string[],
): AttendanceColumns | null {
  const [read, another] = profile.reads;
  if (read === undefined || another !== undefined || read.table !== "attendance") return null;
  const { keep, forEach, attendance, columns } = read;
  const isPlain =
    (keep ?? forEach ?? attendance ?? profile.skipWhere ?? profile.status) === undefined &&
    rules.escape !== "backslash" &&
    columns.every(
      ({ to, from, extract }) =>
        FIELDS.has(to) &&
        from !== undefined &&
        // What a day and words come to is learned from the text; a student's bytes are the student.
        (to !== "student" || extract === undefined),
    );
  if (!isPlain) return null;
  const places = new Map(columns.map(({ to, from }) => [to, placesOf(from ?? [], header)]));
  if ([...places.values()].some((ofField) => ofField.length > 1)) return null;
  const placeOf = (field: string): number => places.get(field)?.[0] ?? -1;
  return {
    columns: header.length,
    student: placeOf("student"),
    on: placeOf("on"),
    kind: placeOf("kind"),
    portionAbsent: placeOf("portionAbsent"),
    nullTokens: nullTokensOf(rules),
  };
}
