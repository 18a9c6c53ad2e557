/**
 * The thread that reads stored files one after the other, stores what each came to and reports it, and
 * ends.
 */
import { parentPort, workerData } from "node:worker_threads";
import { folderStore } from "../../adapters/folder/folder-store.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { readStored } from "../../pipeline/conform/read-part.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import { localFolders } from "../arguments/local-places.ts";

export interface ReadTask {
  readonly data: string;
  readonly district: DistrictId;
  readonly files: readonly FileVersion[];
  readonly kinds: DistrictKinds;
}

void readAll(workerData as ReadTask);

async function readAll({ data, district, files, kinds }: ReadTask): Promise<void> {
  const records = folderStore(localFolders(data).records);
  for (const file of files) {
    await readStored(records, district, file, kinds);
    parentPort?.postMessage("read");
  }
}
