import type { FileReading } from "./file-reading.ts";
import { nameKey, repeatedNames } from "../csv/header.ts";
import { lackingColumns, type LackingColumns } from "./lacking-columns.ts";
import { columnNames, fitsOf, kindsWrittenAs, type FileKind } from "../profiles/profiles.ts";
import { unreadParts } from "../attendance/unread-parts.ts";
import { unreadEnrollmentDays } from "../roster/unread-enrollment-days.ts";

type ColumnsOfFile = Pick<
  FileReading,
  "unusedColumns" | "unreadEnrollmentDays" | "unreadParts" | "repeatedColumns" | "lacking"
>;

/** What is left over of a file's columns, and what of it somebody should look at. */
export function columnsOfFile(
  name: string,
  header: readonly string[],
  kind: FileKind | null,
  kinds: readonly FileKind[],
): ColumnsOfFile {
  const used = new Set(kind === null ? [] : columnNames(kind).map(nameKey));
  return {
    unusedColumns: header.filter((name) => name !== "" && !used.has(nameKey(name))),
    unreadEnrollmentDays:
      kind === null ? [] : unreadEnrollmentDays(header, kind, kinds).map(({ column }) => column),
    unreadParts: kind === null ? [] : unreadParts(header, kind),
    repeatedColumns: repeatedNames(header),
    lacking: kind === null ? lackingByName(name, header, kinds) : lackingColumns(header, kind),
  };
}

/**
 * For a file in an unknown format, what it lacks of the known format whose name it has and whose
 * columns it has most of.
 */
function lackingByName(
  name: string,
  header: readonly string[],
  kinds: readonly FileKind[],
): readonly LackingColumns[] {
  const [nearest] = fitsOf(name, header, kindsWrittenAs("delimited", kinds)).filter(
    ({ isNamed, missing, kind }) => isNamed && missing.length < kind.profile.signature.length,
  );
  if (nearest === undefined) return [];
  const { kind, missing } = nearest;
  const tables = new Set(kind.profile.reads.map(({ table }) => table));
  return [...tables].map((table) => ({ table, columns: missing }));
}
