import { byText } from "../../domain/text/compare-text.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import { allItems } from "../all-items.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { MANIFEST_NAME } from "../../sources/feeds/recognized-file.ts";
import type { Item, ObjectStore, StoredEntry, Table } from "../ports.ts";
import { completeDrops, type Completeness, type Drop } from "../../sources/feeds/complete-drops.ts";

const CAME = "came#";
const RECEIVED = "received#";

type StoredDrop = Drop<StoredEntry>;

/** What lies in the inbox of a district, and what the table knows of it. */
export interface Inbox {
  /**
   * Whole drops with files that were not received yet, earlier first: of each drop those files, and
   * again the manifests that lie beside them, which say how they are to be taken.
   */
  readonly drops: readonly StoredDrop[];
  /** What may still be on its way. */
  readonly open: readonly StoredEntry[];
}

/**
 * Looks at what lies in an inbox. A file is known by its key, ETag and size, and not read again.
 * @param prefix under which the district's files lie
 */
export async function lookAtInbox(
  inbox: ObjectStore,
  table: Table,
  district: DistrictId,
  prefix: string,
  completeness: Completeness,
  now: Date,
): Promise<Inbox> {
  const entries = (await inbox.entries(prefix)).filter(({ key }) => !key.endsWith("/"));
  const arrived = await inboxItems(table, district);
  const cameAt = new Map(
    arrived
      .filter(({ sort }) => sort.startsWith(CAME))
      .map(({ key, at: instant }) => [String(key), new Date(String(instant))] as const),
  );
  const received = new Map(
    arrived
      .filter(({ sort }) => sort.startsWith(RECEIVED))
      .map((item) => [String(item["key"]), item] as const),
  );
  const { drops, open } = completeDrops(entries, cameAt, completeness, now);
  const isNew = ({ key, tag, size }: StoredEntry): boolean => {
    const item = received.get(key);
    return item?.["tag"] !== tag || item["size"] !== size;
  };
  const manifests = drops.flat().filter(({ key }) => MANIFEST_NAME.test(nameOf(key)));
  return {
    drops: drops
      .map((drop) => withManifests(drop.filter(isNew), manifests))
      .filter((drop) => drop.length > 0),
    open: open.filter(isNew),
  };
}

function withManifests(files: StoredDrop, manifests: StoredDrop): StoredDrop {
  const folders = new Set(files.map(({ key }) => folderOf(key)));
  const beside = manifests.filter(({ key }) => folders.has(folderOf(key)));
  return [...new Set([...files, ...beside])].sort(byText(({ key }) => key));
}

const folderOf = (key: string): string => key.slice(0, key.lastIndexOf("/") + 1);
const nameOf = (key: string): string => key.slice(key.lastIndexOf("/") + 1);

/** When the last file of a drop came; its manifests may be of another. */
export function endOfDrop(drop: StoredDrop): Date {
  const files = drop.filter(({ key }) => !MANIFEST_NAME.test(nameOf(key)));
  const times = (files.length > 0 ? files : drop).map(({ modifiedAt }) => modifiedAt.getTime());
  return new Date(Math.max(...times));
}

/** Notes when an object came, as its event says; of two events the later holds. */
export async function noteCame(
  table: Table,
  district: DistrictId,
  key: string,
  instant: string,
): Promise<void> {
  const item = itemKey(district, CAME, key);
  const before = await table.get(item);
  if (before === null || String(before["at"]) < instant)
    await table.put({ ...item, key, at: instant });
}

/** Notes that the files of a drop were received. */
export async function noteReceived(
  table: Table,
  district: DistrictId,
  drop: StoredDrop,
): Promise<void> {
  await table.putAll(
    drop.map(({ key, tag, size }) => ({ ...itemKey(district, RECEIVED, key), key, tag, size })),
  );
}

/** Forgets what is known of objects that are no longer in the inbox. */
export async function forgetGone(
  inbox: ObjectStore,
  table: Table,
  district: DistrictId,
  prefix: string,
): Promise<void> {
  // In this order: of what comes meanwhile the note is kept.
  const items = await inboxItems(table, district);
  const keys = new Set(await inbox.list(prefix));
  const gone = items.filter(({ key }) => !keys.has(String(key)));
  if (gone.length > 0) await table.deleteAll(gone);
}

/** A name for what a drop brings: equal drops have equal names, and one sent again has another. */
export const nameOfDrops = (drops: readonly StoredDrop[]): string =>
  contentHash(
    ...drops.flat().map(({ key, tag, modifiedAt }) => `${key} ${tag} ${modifiedAt.toISOString()}`),
  );

/** A key of S3 may be longer than one of the table. */
const itemKey = (district: DistrictId, kind: string, key: string) =>
  tableKeys.inbox(district, kind + contentHash(key));

const inboxItems = (table: Table, district: DistrictId): Promise<readonly Item[]> =>
  allItems(table, tableKeys.inbox(district, "").partition);
