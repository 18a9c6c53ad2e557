import { isLater, withFile, type Feed, type FileVersion } from "./feed.ts";
import { sameName, UNKNOWN_KIND, type RecognizedFile } from "./recognized-file.ts";

/** The latest file of each feed that an ingest brings, by the key of the feed. */
export function latestByFeed(files: readonly RecognizedFile[]): ReadonlyMap<string, FileVersion> {
  const latest = new Map<string, FileVersion>();
  for (const { key, file } of files) {
    const earlier = latest.get(key);
    if (earlier === undefined || isLater(file, earlier)) latest.set(key, file);
  }
  return latest;
}

/** The feeds after an ingest, by key; one that it does not change is the same object as before. */
export function feedsAfter(
  before: ReadonlyMap<string, Feed>,
  files: readonly RecognizedFile[],
): ReadonlyMap<string, Feed> {
  const latest = latestByFeed(files);
  const after = new Map(before);
  for (const { key, file, feed } of files) {
    const current = after.get(key);
    if (current === undefined) after.set(key, feed);
    else if (current.newest.sha256 !== file.sha256) {
      if (isInForce(before.get(key), latest.get(key))) continue;
      const changed = withFile(current, file);
      // The newest says how its series is taken.
      after.set(key, changed.newest === file ? { ...changed, mode: feed.mode } : changed);
    } else if (isUndone(current, file, after.values())) {
      after.set(key, { ...current, newest: file, good: current.good === null ? null : file });
    }
  }
  return after;
}

/**
 * Whether what an ingest says last is in use already: then what it says before changes nothing, and
 * an ingest of the same files as the night before is no news.
 */
const isInForce = (knownFeed: Feed | undefined, latest: FileVersion | undefined): boolean =>
  knownFeed !== undefined &&
  knownFeed.good?.sha256 === knownFeed.newest.sha256 &&
  knownFeed.newest.sha256 === latest?.sha256;

/**
 * Whether a complete file repeats what a later change has changed: then it is used again from now
 * on.
 */
const isUndone = (whole: Feed, file: FileVersion, all: Iterable<Feed>): boolean =>
  whole.mode === "bulk" &&
  [...all].some(
    ({ mode, kind, newest }) =>
      mode === "delta" &&
      kind === whole.kind &&
      isLater(newest, whole.newest) &&
      isLater(file, newest),
  );

/**
 * The feeds of unknown kind whose file came again under its name and is recognized now.
 * @param newest the feeds of the files that came
 */
export function nowRecognized(
  knownFeeds: Iterable<Feed>,
  newest: readonly Feed[],
): readonly Feed[] {
  const recognized = newest.filter(({ kind }) => kind !== UNKNOWN_KIND);
  return [...knownFeeds].filter(
    (feed) =>
      feed.kind === UNKNOWN_KIND && recognized.some((other) => sameName(other.newest, feed.newest)),
  );
}
