import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { exportedOn, type Feed, type FileVersion } from "../../sources/feeds/feed.ts";
import type { Table } from "../ports.ts";
import { feeds, putFeed } from "./ledger.ts";

/** Bytes that came, and the day that they are of. */
export type SentBytes = Pick<FileVersion, "sha256" | "on">;

/**
 * Notes of files that came again byte for byte, and state a later day, that nothing in them had changed
 * until then. One that states no day may be a copy of the old file.
 */
export async function noteRepeated(
  table: Table,
  district: DistrictId,
  sent: readonly SentBytes[],
): Promise<void> {
  if (sent.length === 0) return;
  for (const feed of await feeds(table, district)) {
    const noted = withRepeated(feed, sent);
    if (noted !== feed) await putFeed(table, district, noted);
  }
}

/** The feed itself where none of its versions came again. */
export function withRepeated(feed: Feed, sent: readonly SentBytes[]): Feed {
  const noted = (version: FileVersion): FileVersion => {
    const { sha256 } = version;
    const latest = sent
      .filter((file) => file.sha256 === sha256)
      .map((file) => file.on)
      .sort()
      .at(-1);
    return latest === undefined || latest <= exportedOn(version)
      ? version
      : { ...version, repeatedOn: latest };
  };
  const { newest, good, older } = feed;
  const after = {
    ...feed,
    newest: noted(newest),
    good: good === null ? null : noted(good),
    older: older.map(noted),
  };
  const isSame =
    after.newest === newest &&
    after.good === good &&
    after.older.every((version, place) => version === older[place]);
  return isSame ? feed : after;
}

/** By SHA-256 of the files of the ledger, the day that they are of. */
export async function exportedDays(
  table: Table,
  district: DistrictId,
): Promise<ReadonlyMap<string, Day>> {
  const days = new Map<string, Day>();
  for (const { newest, good, older } of await feeds(table, district)) {
    for (const version of [newest, ...(good === null ? [] : [good]), ...older]) {
      const [before, on] = [days.get(version.sha256), exportedOn(version)];
      if (before === undefined || before < on) days.set(version.sha256, on);
    }
  }
  return days;
}
