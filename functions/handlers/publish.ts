import { districtId } from "../domain/ids.ts";
import { publish } from "../pipeline/publish.ts";
import { cloudTable, publicStore, recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";

interface PublishEvent {
  readonly district: string;
  readonly release: string;
}

/** Copies a protected release to where everyone may read it, and flips to it. */
export async function handler({ district: id, release }: PublishEvent) {
  const district = districtId(id);
  const places = { records: recordsStore(), public: publicStore(), table: cloudTable() };
  const published = await publish(places, district, release, new Date().toISOString());
  log.info("published", { district, release, isCurrent: published.isCurrent });
  return { district, release, isCurrent: published.isCurrent };
}
