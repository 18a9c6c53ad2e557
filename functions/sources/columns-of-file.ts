import type { FileReading } from "./file-reading.ts";
import { nameKey, repeatedNames } from "./header.ts";
import { lackingColumns } from "./lacking-columns.ts";
import { columnNames, type FileKind } from "./profiles.ts";
import { unreadParts } from "./unread-parts.ts";
import { unreadStayDays } from "./unread-stay-days.ts";

type ColumnsOfFile = Pick<
  FileReading,
  "unusedColumns" | "unreadStayDays" | "unreadParts" | "repeatedColumns" | "lacking"
>;

/** What is left over of a file's columns, and what of it somebody should look at. */
export function columnsOfFile(
  header: readonly string[],
  kind: FileKind | null,
  kinds: readonly FileKind[],
): ColumnsOfFile {
  const used = new Set(kind === null ? [] : columnNames(kind).map(nameKey));
  return {
    unusedColumns: header.filter((name) => name !== "" && !used.has(nameKey(name))),
    unreadStayDays:
      kind === null ? [] : unreadStayDays(header, kind, kinds).map(({ column }) => column),
    unreadParts: kind === null ? [] : unreadParts(header, kind),
    repeatedColumns: repeatedNames(header),
    lacking: kind === null ? [] : lackingColumns(header, kind),
  };
}
