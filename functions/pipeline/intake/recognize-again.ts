import type { DistrictId } from "../../domain/ids.ts";
import type { Places } from "../ports.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import { PACKAGE_MARK } from "../../sources/feeds/feed-name.ts";
import { dropFeeds, feeds, putFeed } from "./ledger.ts";
import { feedKey, withFile, type Feed } from "../../sources/feeds/feed.ts";
import { recognizeFeed } from "./recognize-feed.ts";

/**
 * Recognizes all feeds anew by the profiles now known: after a profile has changed, a file that
 * no profile recognized may be one of its kinds. Nothing is sent again, and nothing that is in use
 * is replaced, except by a later version of its own feed.
 */
export async function recognizeAgain(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  kinds: DistrictKinds,
): Promise<void> {
  const knownFeeds = await feeds(table, district);
  const byKey = new Map(knownFeeds.map((feed) => [feedKey(feed), feed]));
  const recognizing = { records, district, kinds, before: new Map<string, Feed>() };
  for (const feed of knownFeeds) {
    const isShared = feed.series.includes(PACKAGE_MARK);
    const recognized = await recognizeFeed(recognizing, feed.newest, isShared);
    const key = feedKey(recognized);
    if (key === feedKey(feed)) continue;
    const current = byKey.get(key);
    const moved = { ...recognized, good: feed.good, older: feed.older };
    const joined = current === undefined ? moved : withFile(current, feed.newest);
    byKey.set(key, joined);
    await putFeed(table, district, joined);
    await dropFeeds(table, district, [feed]);
  }
}
