/** What of an inbox may be used: whole drops alone, since half of a morning's files would be a false morning. */
import { byText, compareText } from "../../domain/text/compare-text.ts";

/** How a district says that a drop is whole. */
export type Completeness =
  /** It lays a file named `_complete` beside its files, last. */
  | "marker"
  /** Nothing has come for so many minutes; a marker says it sooner. */
  | { readonly quietMinutes: number };

/** What the list of an inbox says of one file. */
interface ListedFile {
  readonly key: string;
  readonly modifiedAt: Date;
}

/** Files that came together, in the order of their keys. */
export type Drop<Listed extends ListedFile> = readonly Listed[];

/** The files of an inbox, by whether their upload is complete. */
export interface InboxContents<Listed extends ListedFile> {
  /** Complete uploads, the earlier first. */
  readonly drops: readonly Drop<Listed>[];
  /** Files of uploads that may still be arriving. */
  readonly open: readonly Listed[];
}

/** Whether a key is that of a marker: `_complete`, with any extension and in any case. */
export const isMarker = (key: string): boolean => /(^|\/)_complete(\.\w+)?$/i.test(key);

/** Whether a key is that of a file that a client is still writing under another name, or has left so. */
export const isPartial = (key: string): boolean =>
  /\.(filepart|part|partial|crdownload|tmp|temp)$/i.test(key);

/**
 * Divides the files of an inbox into complete uploads and files that may still be arriving. A
 * marker completes what came before it in its folder and the folders below. All other files are
 * divided where nothing came for the quiet minutes, and an upload is complete once these have
 * passed since its last file. A partial file counts as one that came and is never complete.
 * @param cameAt when a key's event said that it came: an upload in parts is listed by when it began
 */
export function completeDrops<Listed extends ListedFile>(
  entries: readonly Listed[],
  cameAt: ReadonlyMap<string, Date>,
  completeness: Completeness,
  now: Date,
): InboxContents<Listed> {
  const timeOf = (entry: Listed): number =>
    Math.max(entry.modifiedAt.getTime(), cameAt.get(entry.key)?.getTime() ?? 0);
  const inTime = [...entries].sort((a, b) => timeOf(a) - timeOf(b) || compareText(a.key, b.key));
  const markers = inTime.filter(({ key }) => isMarker(key));
  const drops: Listed[][] = [];
  const open: Listed[] = [];
  const byMarker = new Map<Listed, Listed[]>();
  let rest: Listed[] = [];
  for (const entry of inTime) {
    if (isMarker(entry.key)) continue;
    const marker = markers.find(
      (candidate) => isBelow(entry.key, candidate.key) && timeOf(candidate) >= timeOf(entry),
    );
    if (marker === undefined) rest.push(entry);
    else byMarker.set(marker, [...(byMarker.get(marker) ?? []), entry]);
  }
  drops.push(...byMarker.values());
  if (completeness === "marker") {
    open.push(...rest);
    rest = [];
  }
  const quiet = completeness === "marker" ? 0 : completeness.quietMinutes * 60_000;
  let drop: Listed[] = [];
  for (const [index, entry] of rest.entries()) {
    drop.push(entry);
    const next = rest[index + 1];
    const until = next === undefined ? now.getTime() : timeOf(next);
    if (until - timeOf(entry) >= quiet) {
      drops.push(drop);
      drop = [];
    }
  }
  open.push(...drop);
  open.push(...drops.flat().filter(({ key }) => isPartial(key)));
  const lastOf = (files: Drop<Listed>): number => Math.max(...files.map(timeOf));
  return {
    drops: drops
      .map((files) => files.filter(({ key }) => !isPartial(key)))
      .filter((files) => files.length > 0)
      .sort((a, b) => lastOf(a) - lastOf(b))
      .map((files) => [...files].sort(byText(({ key }) => key))),
    open,
  };
}

const isBelow = (key: string, marker: string): boolean =>
  key.startsWith(marker.slice(0, marker.lastIndexOf("/") + 1));
