import { namesOfFields } from "../profiles/field-names.ts";
import { nameKey, placesOf } from "../csv/header.ts";
import type { ColumnMap, TableRead } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { unreadEnrollmentDays } from "../roster/unread-enrollment-days.ts";

export const END_DAYS_LEFT =
  "files[0].endDays: say whether the last day of an enrollment still counts (last-day-in) or is the first that does not (first-day-out)";

/**
 * The reads of a kind with the days of enrollments that its file has and it does not read: guesses
 * for a person to check. An enrollment is made where the kind reads students only and the file names
 * their school.
 */
export function withEnrollmentDays(
  kind: FileKind,
  header: readonly string[],
  kinds: readonly FileKind[],
): { readonly reads: readonly TableRead[]; readonly leftToDo: readonly string[] } {
  const { reads } = kind.profile;
  const days = unreadEnrollmentDays(header, kind, kinds);
  if (days.length === 0) return { reads, leftToDo: [] };
  const columns = days.flatMap(({ column, field }) =>
    field === null ? [] : [{ to: field, from: [column] }],
  );
  const added = columns.flatMap(({ from }) => from).join(" and ");
  const statuses = days.filter(({ field }) => field === null).map(({ column }) => column);
  const isEnding = days.some(({ field }) => field === "withdrewOn");
  const leftToDo = [
    ...(columns.length === 0
      ? []
      : [`files[0].reads: the days of enrollments are read from ${added}; check this`]),
    ...statuses.map(
      (column) =>
        `files[0].reads: keep only records whose ${column} says that the student is there, unless their days of exit say who has left: "keep": [{ "column": "${column}", "values": ["…"] }]`,
    ),
    ...(isEnding && kind.rules.endDays === undefined ? [END_DAYS_LEFT] : []),
  ];
  if (columns.length === 0) return { reads, leftToDo };
  if (reads.some(({ table }) => table === "enrollment")) {
    return { reads: reads.map((read) => withColumns(read, columns)), leftToDo };
  }
  const enrollment = enrollmentOf(reads, header, kinds);
  return enrollment === null
    ? { reads, leftToDo: [`files[0].reads: add a read of the table enrollment for ${added}`] }
    : {
        reads: [...reads, { table: "enrollment", columns: [...enrollment, ...columns] }],
        leftToDo,
      };
}

function withColumns(read: TableRead, more: readonly ColumnMap[]): TableRead {
  if (read.table !== "enrollment") return read;
  const named = new Set(more.map(({ to }) => to));
  return { ...read, columns: [...read.columns.filter(({ to }) => !named.has(to)), ...more] };
}

/** The student of the enrollment, as the students are read, and the school. */
function enrollmentOf(
  reads: readonly TableRead[],
  header: readonly string[],
  kinds: readonly FileKind[],
): readonly ColumnMap[] | null {
  const student = reads.flatMap(({ columns }) => columns).find(({ to }) => to === "student");
  const fieldOf = namesOfFields("enrollment", kinds);
  const school = header.find((name) => fieldOf.get(nameKey(name)) === "school");
  if (student === undefined || school === undefined) return null;
  if (placesOf(student.from ?? [], header).length === 0) return null;
  return [
    { ...student, isRequired: true },
    { to: "school", from: [school], isRequired: true },
  ];
}
