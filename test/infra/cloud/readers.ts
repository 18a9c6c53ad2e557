import type { ObjectStore } from "../../../functions/pipeline/ports.ts";
import { publicKeys, recordsKeys, tableKeys } from "../../../functions/layout.ts";
import type { Districts } from "../../../functions/releases/manifest/manifest.ts";
import type { Cloud } from "./cloud.ts";
import { isWrite } from "./endpoints/faults.ts";

/** What readers of a district saw, each time that somebody looked. */
export interface Readers {
  readonly looks: number;
  /** The folders of the editions that readers saw, in the order of their first look. */
  readonly editions: readonly string[];
  /** What was not whole, in words. */
  readonly faults: readonly string[];
  /** Looks once more. */
  look(): Promise<void>;
  /**
   * Looks before each write of a function from now on: so after each one before it, too.
   * @param others readers of other districts who look at the same moments
   */
  lookAtWrites(...others: readonly Readers[]): void;
}

/**
 * Readers follow `latest.json` to the files of an edition. The edition is whole where it has the same
 * files with the same tags at each look; what is in them a test compares at the end.
 */
export function readersOf(cloud: Cloud, district = "cast"): Readers {
  const readBefore = new Map<string, string>();
  const faults: string[] = [];
  let looks = 0;
  let isListed = false;

  async function lookAt(store: ObjectStore, key: string, folderOf: FolderOf): Promise<void> {
    const folder = await latestFolder(store, key, folderOf);
    if (folder === null) return;
    const entries = await store.entries(folder);
    // Another may have flipped it between the two calls: then this is nobody's edition.
    if ((await latestFolder(store, key, folderOf)) !== folder) return;
    const files = JSON.stringify(entries.map((entry) => [entry.key, entry.tag]));
    const before = readBefore.get(folder);
    if (before === undefined) readBefore.set(folder, files);
    if (entries.length < 5) faults.push(`${folder} has ${entries.length} files`);
    if (before !== undefined && before !== files) faults.push(`${folder} has changed`);
  }

  async function lookAtWorklists(): Promise<void> {
    const { partition } = tableKeys.worklist(district, "");
    const { items } = await cloud.table.query({ partition, limit: 100 });
    for (const file of new Set(items.map((item) => String(item["file"])))) {
      if ((await cloud.records.size(file)) === null) faults.push(`${file} is gone`);
    }
  }

  /** Whoever finds a district on the list finds its figures, too. */
  async function lookAtList(): Promise<void> {
    const list = await cloud.public.get(publicKeys.districts);
    if (list === null) return;
    const { districts } = JSON.parse(Buffer.from(list).toString()) as Districts;
    if (districts.every(({ id }) => id !== district)) {
      if (isListed) faults.push(`${district} is listed no more`);
      return;
    }
    isListed = true;
    if ((await cloud.public.size(publicKeys.latest(district))) === null) {
      faults.push(`${district} is listed without a release`);
    }
  }

  async function look(): Promise<void> {
    looks += 1;
    await Promise.all([
      lookAt(cloud.records, recordsKeys.staffLatest(district), ({ edition = "" }) =>
        recordsKeys.staffEdition(district, edition),
      ),
      lookAt(cloud.public, publicKeys.latest(district), ({ release = "" }) =>
        publicKeys.release(district, release),
      ),
      lookAtWorklists(),
      lookAtList(),
    ]);
  }

  return {
    get looks() {
      return looks;
    },
    get editions() {
      return [...readBefore.keys()];
    },
    faults,
    look,
    lookAtWrites(...others) {
      const run = async () => {
        for (const readers of [{ look }, ...others]) await readers.look();
      };
      cloud.faults.add({ kind: "pause", of: isWrite, when: { share: 1 }, run });
    },
  };
}

type FolderOf = (latest: { readonly edition?: string; readonly release?: string }) => string;

async function latestFolder(
  store: ObjectStore,
  key: string,
  folderOf: FolderOf,
): Promise<string | null> {
  const bytes = await store.get(key);
  if (bytes === null) return null;
  return folderOf(JSON.parse(Buffer.from(bytes).toString()) as Parameters<FolderOf>[0]);
}
