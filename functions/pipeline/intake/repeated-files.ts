import type { DistrictId } from "../../domain/ids.ts";
import type { Feed, FileVersion } from "../../sources/feeds/feed.ts";
import type { Table } from "../ports.ts";
import { feeds, putFeed } from "./ledger.ts";

/** Bytes that came, and the day that they are of. */
export type SentBytes = Pick<FileVersion, "sha256" | "on">;

/** Notes of files that came again byte for byte, on a later day, that nothing in them had changed until then. */
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
    const { sha256, on, repeatedOn = on } = version;
    const latest = sent
      .filter((file) => file.sha256 === sha256)
      .map((file) => file.on)
      .sort()
      .at(-1);
    return latest === undefined || latest <= repeatedOn
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
