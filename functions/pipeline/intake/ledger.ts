import { compareText } from "../../domain/text/compare-text.ts";
import { tableKeys } from "../../layout.ts";
import { allItems } from "../all-items.ts";
import type { Item, Table } from "../ports.ts";
import { type Feed, compareReceived, feedKey, type FileVersion } from "../../sources/feeds/feed.ts";

/** Data folders were written with this word before a version of a file was called one: the keys stay readable. */
const FEED = "edition#";
const PROFILE = "profile#";

/** All feeds, earlier received before later. */
export async function feeds(table: Table, district: string): Promise<readonly Feed[]> {
  const items = await entries(table, district, FEED);
  return items
    .map((item) => item["edition"] as Feed)
    .sort((a, b) => compareReceived(a.newest, b.newest) || compareText(feedKey(a), feedKey(b)));
}

export async function putFeed(table: Table, district: string, feed: Feed): Promise<void> {
  await table.put({ ...tableKeys.ledger(district, FEED + feedKey(feed)), edition: feed });
}

/** Forgets feeds; their bytes stay as sent. */
export async function dropFeeds(
  table: Table,
  district: string,
  dropped: readonly Feed[],
): Promise<void> {
  await table.deleteAll(dropped.map((feed) => tableKeys.ledger(district, FEED + feedKey(feed))));
}

/** The profiles that a district sent beside its exports, by the name of the file. */
export async function sentProfiles(
  table: Table,
  district: string,
): Promise<readonly FileVersion[]> {
  const items = await entries(table, district, PROFILE);
  return items.map((item) => item["profile"] as FileVersion);
}

export async function putProfile(
  table: Table,
  district: string,
  profile: FileVersion,
): Promise<void> {
  const sort = PROFILE + profile.name.toLowerCase();
  await table.put({ ...tableKeys.ledger(district, sort), profile });
}

/** The ingest that is under way, counted from 1. One that enters nothing in the ledger is not counted. */
export interface Batch {
  readonly number: number;
  /** Before the first entry. It stays open until all are in: an ingest that was killed goes on in the same batch. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export async function nextBatch(table: Table, district: string): Promise<Batch> {
  const key = tableKeys.ledger(district, "batch");
  const item = await table.get(key);
  const last = Number(item?.["batch"] ?? 0);
  let isOpen = item?.["isOpen"] === true;
  const number = isOpen ? last : last + 1;
  const put = async (isOpenNow: boolean): Promise<void> => {
    if (isOpen === isOpenNow) return;
    await table.put({ ...key, batch: number, isOpen: isOpenNow });
    isOpen = isOpenNow;
  };
  return { number, open: () => put(true), close: () => put(false) };
}

const entries = (table: Table, district: string, begins: string): Promise<readonly Item[]> =>
  allItems(table, tableKeys.ledger(district, "").partition, begins);
