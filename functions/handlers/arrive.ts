import { inboxPrefix } from "../layout.ts";
import { lookAtInbox, nameOfDrops, noteCame } from "../pipeline/intake/inbox.ts";
import { isMarker } from "../sources/feeds/complete-drops.ts";
import { cloudTable, inboxStore } from "./cloud-places.ts";
import { completeness, ownDistrict } from "./environment.ts";
import { log } from "./run-log.ts";
import { namingTransient } from "./run-step.ts";

type ArriveEvent =
  | {
      readonly phase: "note";
      readonly key: string;
      /** When the object was created, as an ISO instant. */
      readonly at: string;
    }
  | { readonly phase: "settle" };

/**
 * Notes that a file arrived and says how long to wait for the rest; after the wait, says whether a
 * complete upload is there to start a run for.
 */
export const handler = (event: ArriveEvent): Promise<object> =>
  namingTransient<object>(() =>
    event.phase === "note" ? note(event.key, event.at) : findCompleteUploads(),
  );

async function note(key: string, instant: string) {
  const district = ownDistrict();
  if (!key.startsWith(inboxPrefix(district))) {
    throw new Error(`an upload outside the inbox of ${district}: expected its own alone`);
  }
  await noteCame(cloudTable(), district, key, instant);
  const whole = completeness();
  // If a district always sends a marker, only the marker's own event starts a run.
  const waitSeconds = isMarker(key) || whole === "marker" ? 0 : whole.quietMinutes * 60;
  return { waitSeconds };
}

async function findCompleteUploads() {
  const district = ownDistrict();
  const { drops, open } = await lookAtInbox(
    inboxStore(),
    cloudTable(),
    district,
    inboxPrefix(district),
    completeness(),
    new Date(),
  );
  const files = drops.reduce((sum, drop) => sum + drop.length, 0);
  log.info("inbox", { district, files, stillComing: open.length });
  // The run is named for the files that are there, so an event that arrives twice starts one run.
  return { isToStart: files > 0, name: `upload-${nameOfDrops(drops)}` };
}
