import type { Day } from "../domain/calendar/day.ts";
import type { Feed, FileVersion } from "../sources/feeds/feed.ts";
import type { JudgedFile } from "./judged-file.ts";
import { ROSTER, type RosterFiles, type RosterTable } from "./roster-tables.ts";

/** By type of record of the roster, the day of the newest file in use; none where no day is known. */
export type ExportDays = { readonly [table in RosterTable]?: Day };

/** What of a judged file says whether it gives records of the roster. */
interface GivingFile extends Pick<JudgedFile, "outcome"> {
  readonly file: {
    readonly sha256: string;
    readonly rows: { readonly [table in RosterTable]: { readonly length: number } };
  };
}

export function rosterFiles(read: readonly GivingFile[]): RosterFiles {
  const filesOf = (table: RosterTable): readonly string[] =>
    read
      .filter(({ outcome, file }) => outcome === "used" && file.rows[table].length > 0)
      .map(({ file }) => file.sha256)
      .sort();
  return { person: filesOf("person"), enrollment: filesOf("enrollment") };
}

/** The days of the files, as the ledger has them: the same bytes that come again later are of the later day. */
export function exportDays(files: RosterFiles, feeds: readonly Feed[]): ExportDays {
  const versions = feeds.flatMap(({ newest, good, older }) => [
    newest,
    ...(good === null ? [] : [good]),
    ...older,
  ]);
  const newest = (table: RosterTable): Day | undefined =>
    versions
      .filter(({ sha256 }) => files[table].includes(sha256))
      .map(dayOf)
      .sort()
      .at(-1);
  return Object.fromEntries(
    ROSTER.flatMap((table) => {
      const on = newest(table);
      return on === undefined ? [] : [[table, on]];
    }),
  );
}

const dayOf = ({ on, repeatedOn = on }: FileVersion): Day => repeatedOn;
