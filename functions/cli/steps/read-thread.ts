/** The thread that reads one stored file, stores what that came to, and ends. */
import { workerData } from "node:worker_threads";
import { folderStore } from "../../adapters/folder/folder-store.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { readStored } from "../../pipeline/conform/read-part.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import { localFolders } from "../arguments/local-places.ts";

export interface ReadTask {
  readonly data: string;
  readonly district: DistrictId;
  readonly file: FileVersion;
  readonly kinds: DistrictKinds;
  /** As of `readStored`. */
  readonly isHashed: boolean;
}

const { data, district, file, kinds, isHashed } = workerData as ReadTask;
const records = folderStore(localFolders(data).records);
void readStored(records, district, file, kinds, null, isHashed);
