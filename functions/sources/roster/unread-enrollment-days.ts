import { namesOfFields } from "../profiles/field-names.ts";
import { nameKey } from "../csv/header.ts";
import { columnNames, type FileKind } from "../profiles/profiles.ts";

/** A column that is not read, though its name says that it has a date of an enrollment. */
export interface UnreadEnrollmentDay {
  readonly column: string;
  /** Null where it only says whether the student is there. */
  readonly field: "enteredOn" | "withdrewOn" | null;
}

const STAY_DAYS = ["enteredOn", "withdrewOn"] as const;
const STATUSES = new Set([
  "enrollmentstatus",
  "enrollstatus",
  "studentstatus",
  "isactive",
  "active",
]);
/** `ED` is a day of entry in one system and a disability in another. */
const SHORTEST_NAME = 4;

/**
 * The days of entry and exit that a roster has and its kind does not read, and without a day of exit
 * the column that says who is there. Another system's roster is often taken for one that has a few of
 * its columns; without its days, who has left counts as there.
 */
export function unreadEnrollmentDays(
  header: readonly string[],
  kind: FileKind,
  kinds: readonly FileKind[],
): readonly UnreadEnrollmentDay[] {
  const { reads } = kind.profile;
  if (!reads.some(({ table }) => table === "person" || table === "enrollment")) return [];
  const present = new Set(header.map(nameKey));
  const filled = new Set(
    reads
      .filter(({ table }) => table === "enrollment")
      .flatMap(({ columns }) => columns)
      .filter(({ from = [] }) => from.some((name) => present.has(nameKey(name))))
      .map(({ to }) => to),
  );
  const used = new Set(columnNames(kind).map(nameKey));
  const fieldOf = namesOfFields("enrollment", kinds);
  const statuses = header
    .filter((name) => STATUSES.has(nameKey(name)) && !used.has(nameKey(name)))
    .map((column) => ({ column, field: null }));
  const days = STAY_DAYS.filter((field) => !filled.has(field)).flatMap((field) => {
    const column = header.find((name) => {
      const key = nameKey(name);
      return key.length >= SHORTEST_NAME && !used.has(key) && fieldOf.get(key) === field;
    });
    return column === undefined ? [] : [{ column, field }];
  });
  return filled.has("withdrewOn") ? days : [...days, ...statuses];
}
