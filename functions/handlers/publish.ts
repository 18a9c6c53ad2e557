import { publish } from "../pipeline/release/publish.ts";
import { publicStore, recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";
import { runStep } from "./run-step.ts";

interface PublishEvent {
  readonly run: string;
  readonly release: string;
}

/** Copies a public release to the public bucket, and then makes it the current one. */
export const handler = runStep(async ({ release }: PublishEvent, district) => {
  const places = { records: recordsStore(), public: publicStore() };
  const { isCurrent } = await publish(places, district, release, new Date().toISOString());
  log.info("published", { district, release, isCurrent });
  return { release, isCurrent };
});
