import type { Day } from "../domain/calendar/day.ts";
import { compareText } from "../domain/text/compare-text.ts";
import { withoutDay } from "../sources/csv/file-names.ts";
import { exportedOn, type Feed, type FileVersion } from "../sources/feeds/feed.ts";
import type { FileMode } from "../sources/profiles/profile.ts";
import type { JudgedFile } from "./judged-file.ts";
import { DATED_TABLES, type DatedFiles, type DatedTable } from "./dated-tables.ts";

/** By type of record, of which day the oldest of the files that must be new is; none where no day is known. */
export type ExportDays = { readonly [table in DatedTable]?: ExportDay };

export interface ExportDay {
  readonly on: Day;
  /** The name of that file. */
  readonly file: string;
}

/** What of a judged file says whether it gives records whose day matters. */
interface GivingFile extends Pick<JudgedFile, "outcome"> {
  readonly file: {
    readonly sha256: string;
    readonly rows: { readonly [table in DatedTable]: { readonly length: number } };
  };
}

export function datedFiles(read: readonly GivingFile[]): DatedFiles {
  const filesOf = (table: DatedTable): readonly string[] =>
    read
      .filter(({ outcome, file }) => outcome === "used" && file.rows[table].length > 0)
      .map(({ file }) => file.sha256)
      .sort();
  return {
    ...{ person: filesOf("person"), enrollment: filesOf("enrollment"), plan: filesOf("plan") },
    ...{ goal: filesOf("goal"), actionStep: filesOf("actionStep"), review: filesOf("review") },
    ...{ planAssent: filesOf("planAssent"), planComponent: filesOf("planComponent") },
  };
}

/**
 * The days of the files, as the ledger has them: the same bytes that come again are of a later
 * day only where their name states it. Where each school has a file of its own, one that is new says nothing of the others, so the day
 * is that of the oldest.
 */
export function exportDays(files: DatedFiles, feeds: readonly Feed[]): ExportDays {
  return Object.fromEntries(
    DATED_TABLES.flatMap((table) => {
      const oldest = oldestOf(files[table], feeds);
      return oldest === null ? [] : [[table, oldest]];
    }),
  );
}

/** Null where the ledger lacks one of the files. */
function oldestOf(sha256s: readonly string[], feeds: readonly Feed[]): ExportDay | null {
  const inUse = feeds.flatMap((feed) => {
    const version = newestOf(versionsOf(feed).filter(({ sha256 }) => sha256s.includes(sha256)));
    return version === undefined ? [] : [{ feed, version }];
  });
  if (!sha256s.every((sha256) => inUse.some(({ version }) => version.sha256 === sha256))) {
    return null;
  }
  const kinds = new Set(inUse.map(({ feed }) => feed.kind));
  const oldest = [...kinds]
    .flatMap((kind) => newestBySeries(inUse.filter(({ feed }) => feed.kind === kind)))
    .sort((a, b) => compareText(exportedOn(a), exportedOn(b)))
    .at(0);
  return oldest === undefined ? null : { on: exportedOn(oldest), file: oldest.name };
}

/**
 * Of the files of one kind, the newest of each series. Changes belong to the one complete file of their
 * kind; where there are several, nobody can tell to which.
 */
function newestBySeries(inUse: readonly FeedInUse[]): readonly FileVersion[] {
  const ofMode = (mode: FileMode) => inUse.filter(({ feed }) => feed.mode === mode);
  const whole = newestOfEach(ofMode("bulk"));
  const changes = ofMode("delta").map(({ version }) => version);
  const changed = whole.length > 1 ? whole : [newestOf([...whole, ...changes]) ?? []].flat();
  return [...newestOfEach(ofMode("append")), ...changed];
}

/** Files that add up under one name, each of another day, are one series. */
function newestOfEach(files: readonly FeedInUse[]): readonly FileVersion[] {
  const nameOf = ({ feed }: FeedInUse): string => withoutDay(feed.series);
  return [...new Set(files.map(nameOf))].flatMap((name) => {
    const ofName = files.filter((file) => nameOf(file) === name);
    return newestOf(ofName.map(({ version }) => version)) ?? [];
  });
}

interface FeedInUse {
  readonly feed: Feed;
  readonly version: FileVersion;
}

const versionsOf = ({ newest, good, older }: Feed): readonly FileVersion[] => [
  newest,
  ...(good === null ? [] : [good]),
  ...older,
];

const newestOf = (versions: readonly FileVersion[]): FileVersion | undefined =>
  [...versions].sort((a, b) => compareText(exportedOn(a), exportedOn(b))).at(-1);
