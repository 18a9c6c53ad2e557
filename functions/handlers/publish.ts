import { districtId } from "../domain/ids.ts";
import { takeOutOldReleases } from "../pipeline/from-old-releases.ts";
import { publish } from "../pipeline/publish.ts";
import { cloudTable, publicStore, recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";

interface PublishEvent {
  readonly district: string;
  /** Null where no release is due and releases of the old method are to be taken out all the same. */
  readonly release: string | null;
}

/** Copies a public release to where everyone may read it, and flips to it. */
export async function handler({ district: id, release }: PublishEvent) {
  const district = districtId(id);
  const places = { records: recordsStore(), public: publicStore(), table: cloudTable() };
  if (release === null) {
    await takeOutOldReleases(places.public, district);
    return { district, release, isCurrent: false };
  }
  const published = await publish(places, district, release, new Date().toISOString());
  log.info("published", { district, release, isCurrent: published.isCurrent });
  return { district, release, isCurrent: published.isCurrent };
}
