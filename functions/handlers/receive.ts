import { inboxFiles } from "../adapters/incoming/inbox-files.ts";
import { ENVIRONMENT, inboxPrefix, METRICS, recordsKeys } from "../layout.ts";
import { jsonBytes } from "../pipeline/stored-json.ts";
import { endOfDrop, forgetGone, lookAtInbox, noteReceived } from "../pipeline/intake/inbox.ts";
import { receive } from "../pipeline/intake/receive.ts";
import { dayIn } from "../domain/calendar/zoned-day.ts";
import { unreadFiles } from "../pipeline/conform/unread-files.ts";
import { cloudTable, inboxStore, recordsStore } from "./cloud-places.ts";
import { completeness, variable } from "./environment.ts";
import { count, log, loggedProgress } from "./run-log.ts";
import { runStep } from "./run-step.ts";

interface ReceiveEvent {
  readonly run: string;
}

/**
 * Stores the complete uploads of the inbox that are new, and lists the files in use that were not
 * read yet.
 */
export const handler = runStep(async ({ run }: ReceiveEvent, district) => {
  const places = { records: recordsStore(), table: cloudTable() };
  const inbox = inboxStore();
  const prefix = inboxPrefix(district);
  const { drops, open } = await lookAtInbox(
    ...([inbox, places.table, district, prefix, completeness(), new Date()] as const),
  );
  let received = 0;
  let unreadable = 0;
  for (const drop of drops) {
    const on = dayIn(variable(ENVIRONMENT.timezone), endOfDrop(drop));
    const files = await receive(district, inboxFiles(inbox, drop), places, on, loggedProgress);
    received += files.length;
    unreadable += files.filter(({ outcome }) => outcome === "unreadable").length;
    await noteReceived(places.table, district, drop);
  }
  await forgetGone(inbox, places.table, district, prefix);
  const files = await unreadFiles(places, district);
  const filesKey = recordsKeys.run(district, run, "files.json");
  await places.records.put(filesKey, jsonBytes(files), "application/json");
  const aDayAgo = Date.now() - 86_400_000;
  const unfinished = open.filter(({ modifiedAt }) => modifiedAt.getTime() <= aDayAgo).length;
  count(district, METRICS.filesUnfinished, unfinished);
  if (unreadable > 0) count(district, METRICS.filesNotUsable, unreadable);
  log.info("received", { district, received, unreadable, stillComing: open.length });
  return { filesKey, files: files.length };
});
