import { compareText } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { Encoding } from "../csv/encoding.ts";
import type { FileMode } from "../profiles/profile.ts";

/**
 * The versions of one file under one name: a whole file sent again is a newer version of it. `good`
 * is the last version that could be used; it remains in use while a newer one cannot be.
 */
export interface Feed {
  readonly kind: string;
  readonly series: string;
  readonly mode: FileMode;
  readonly newest: FileVersion;
  readonly good: FileVersion | null;
  /** Between the two, earlier first: one that came late may be good where the newest is not. */
  readonly older: readonly FileVersion[];
}

/** The most versions kept between the good and the newest one: two weeks of faulty nights. */
const MOST_OLDER = 14;

/** The feed after another version of its file has arrived, in whatever order. */
export function withFile(feed: Feed, file: FileVersion): Feed {
  const { newest, good, older } = feed;
  const isGood = good !== null && good.sha256 === newest.sha256;
  if (good !== null && !isLater(file, good)) return feed;
  const isNewest = isLater(file, newest);
  if (isGood) return isNewest ? { ...feed, newest: file } : feed;
  // The good version has come again, so nothing need stand in for it.
  if (isNewest && file.sha256 === good?.sha256) return { ...feed, newest: file, older: [] };
  const between = [...older, isNewest ? newest : file]
    .filter(
      (version, index, all) => all.findIndex(({ sha256 }) => sha256 === version.sha256) === index,
    )
    .sort(compareReceived);
  return { ...feed, newest: isNewest ? file : newest, older: between.slice(-MOST_OLDER) };
}

/** The feed after one of its versions turned out to be good: older ones are not needed any more. */
export const withGood = (feed: Feed, good: FileVersion): Feed => ({
  ...feed,
  good,
  older: feed.older.filter((version) => isLater(version, good)),
});

/** One file as sent. */
export interface FileVersion {
  readonly name: string;
  /** The folder or zip it came in. */
  readonly package: string;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** The day that its name or its package's states, else the day on which it came. */
  readonly on: Day;
  /** The day on which it came, whatever its name states; absent from before that was noted. */
  readonly receivedOn?: Day;
  /** The day since which its bytes are known to have been as they are, where that is before `on`: nothing of a later day is in them. */
  readonly writtenOn?: Day;
  /** The day, as `on` is, of the latest file with the same bytes whose name states its day, if that is later: until then nothing had changed. */
  readonly repeatedOn?: Day;
  /** Ingests are counted from 1. */
  readonly batch: number;
  /** Its place among the files of its ingest. */
  readonly place: number;
  /** How its package's manifest says it is to be taken. */
  readonly statedMode: FileMode | null;
  /** The version of before with whose bytes, all of them, this one begins; of attendance alone. */
  readonly beginsWith?: Beginning;
}

/** A version whose bytes another begins with: what tells what was read of it. */
export interface Beginning extends Pick<FileVersion, "name" | "sha256" | "receivedOn"> {
  readonly bytes: number;
}

/** The last day of which anything can be in a file. */
export const exportedOn = ({ on, writtenOn = on, repeatedOn = writtenOn }: FileVersion): Day =>
  repeatedOn;

/** Later days win, then later ingests: so files that state their day may come in any order. */
export const isLater = (a: FileVersion, b: FileVersion): boolean => compareReceived(a, b) > 0;

export function compareReceived(a: FileVersion, b: FileVersion): number {
  if (a.on !== b.on) return compareText(a.on, b.on);
  if (a.batch !== b.batch) return a.batch - b.batch;
  if (a.place !== b.place) return a.place - b.place;
  return compareText(a.name, b.name);
}

export const feedKey = ({ kind, series }: Pick<Feed, "kind" | "series">): string =>
  `${kind}#${series}`;

/** The last good version where the newest is another. */
export const olderGood = ({ good, newest }: Feed): FileVersion | null =>
  good === null || good.sha256 === newest.sha256 ? null : good;
