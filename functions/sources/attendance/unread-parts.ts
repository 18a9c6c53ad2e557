import { nameKey } from "../csv/header.ts";
import { columnNames, type FileKind } from "../profiles/profiles.ts";

const PARTS: ReadonlySet<string> = new Set([
  ...["period", "periods", "periodid", "periodname", "periodnumber", "periodno", "classperiod"],
  ...["section", "sectionid", "sectionnumber", "class", "classid", "classname", "block", "hour"],
  ...["course", "courseid", "coursecode", "coursename", "mod"],
]);

/**
 * Columns that tell parts of a day apart, in a file whose records are taken for whole days. Where a
 * student and day then has several records, an absence from one period counts as one of the day.
 */
export function unreadParts(header: readonly string[], kind: FileKind): readonly string[] {
  const { reads } = kind.profile;
  const ofDays = reads.filter(({ table }) => table === "attendance");
  if (ofDays.length === 0 || ofDays.some(({ attendance }) => attendance !== undefined)) return [];
  const used = new Set(columnNames(kind).map(nameKey));
  return header.filter((name) => PARTS.has(nameKey(name)) && !used.has(nameKey(name)));
}
