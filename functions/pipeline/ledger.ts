import type { Day } from "../domain/day.ts";
import { tableKeys } from "../layout.ts";
import type { Encoding } from "../sources/encoding.ts";
import type { FileMode } from "../sources/profile.ts";
import type { Item, Table } from "./ports.ts";

/**
 * The newest edition of one series of files: a whole file sent again is a newer edition of it.
 * `good` is the last edition that could be used; it stays in force while a newer one cannot.
 */
export interface Edition {
  readonly kind: string;
  readonly series: string;
  readonly mode: FileMode;
  readonly newest: ReceivedFile;
  readonly good: ReceivedFile | null;
  /** Between the two, earlier first: one that came late may be good where the newest is not. */
  readonly older: readonly ReceivedFile[];
}

/** So many editions between the good and the newest are kept in mind: two weeks of faulty nights. */
const MOST_OLDER = 14;

/** The edition once another file of its series has come, in whatever order. */
export function withFile(edition: Edition, file: ReceivedFile): Edition {
  const { newest, good, older } = edition;
  const isGood = good !== null && good.sha256 === newest.sha256;
  if (good !== null && !isLater(file, good)) return edition;
  const isNewest = isLater(file, newest);
  if (isGood) return isNewest ? { ...edition, newest: file } : edition;
  const between = [...older, isNewest ? newest : file]
    .filter((one, at, all) => all.findIndex(({ sha256 }) => sha256 === one.sha256) === at)
    .sort(compareReceived);
  return { ...edition, newest: isNewest ? file : newest, older: between.slice(-MOST_OLDER) };
}

/** The edition once one of its files has turned out to be good: what is older is done with. */
export const withGood = (edition: Edition, good: ReceivedFile): Edition => ({
  ...edition,
  good,
  older: edition.older.filter((one) => isLater(one, good)),
});

/** One file as it came. */
export interface ReceivedFile {
  readonly name: string;
  /** The folder or zip it came in. */
  readonly package: string;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** The day that its name or its package's states, else the day on which it came. */
  readonly on: Day;
  /** Ingests are counted from 1. */
  readonly batch: number;
  /** Its place among the files of its ingest. */
  readonly place: number;
  /** How its package's manifest says it is to be taken. */
  readonly statedMode: FileMode | null;
}

/** Later days win, then later ingests: so files that state their day may come in any order. */
export const isLater = (a: ReceivedFile, b: ReceivedFile): boolean => compareReceived(a, b) > 0;

export function compareReceived(a: ReceivedFile, b: ReceivedFile): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.batch !== b.batch) return a.batch - b.batch;
  if (a.place !== b.place) return a.place - b.place;
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}

const EDITION = "edition#";
const PROFILE = "profile#";

/** All editions, earlier received before later. */
export async function editions(table: Table, district: string): Promise<readonly Edition[]> {
  const found = await entries(table, district, EDITION);
  return found
    .map((item) => item["edition"] as Edition)
    .sort(
      (a, b) => compareReceived(a.newest, b.newest) || (editionKey(a) < editionKey(b) ? -1 : 1),
    );
}

export async function putEdition(table: Table, district: string, edition: Edition): Promise<void> {
  await table.put({ ...tableKeys.ledger(district, EDITION + editionKey(edition)), edition });
}

/** Forgets editions; their bytes stay as sent. */
export async function dropEditions(
  table: Table,
  district: string,
  dropped: readonly Edition[],
): Promise<void> {
  await table.deleteAll(
    dropped.map((edition) => tableKeys.ledger(district, EDITION + editionKey(edition))),
  );
}

export const editionKey = ({ kind, series }: Pick<Edition, "kind" | "series">): string =>
  `${kind}#${series}`;

/** The profiles that a district sent beside its exports, by the name of the file. */
export async function sentProfiles(
  table: Table,
  district: string,
): Promise<readonly ReceivedFile[]> {
  const found = await entries(table, district, PROFILE);
  return found.map((item) => item["profile"] as ReceivedFile);
}

export async function putProfile(
  table: Table,
  district: string,
  profile: ReceivedFile,
): Promise<void> {
  const sort = PROFILE + profile.name.toLowerCase();
  await table.put({ ...tableKeys.ledger(district, sort), profile });
}

/** A batch stays open until all of its files are in: an ingest that was killed goes on in the same batch. */
export async function openBatch(table: Table, district: string): Promise<number> {
  const key = tableKeys.ledger(district, "batch");
  const item = await table.get(key);
  const last = Number(item?.["batch"] ?? 0);
  if (item?.["isOpen"] === true) return last;
  await table.put({ ...key, batch: last + 1, isOpen: true });
  return last + 1;
}

export async function closeBatch(table: Table, district: string, batch: number): Promise<void> {
  await table.put({ ...tableKeys.ledger(district, "batch"), batch, isOpen: false });
}

async function entries(table: Table, district: string, begins: string): Promise<readonly Item[]> {
  const { partition } = tableKeys.ledger(district, "");
  const found: Item[] = [];
  let after: string | null = null;
  do {
    const page: { items: readonly Item[]; next: string | null } = await table.query({
      partition,
      sortBeginsWith: begins,
      after,
    });
    found.push(...page.items);
    after = page.next;
  } while (after !== null);
  return found;
}
