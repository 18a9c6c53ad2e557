import { day } from "../domain/day.ts";
import { districtId } from "../domain/ids.ts";
import { inboxFiles } from "../adapters/inbox-files.ts";
import { recordsKeys } from "../layout.ts";
import { jsonBytes } from "../pipeline/conformed-manifest.ts";
import { receive, type ReceivedAs } from "../pipeline/receive.ts";
import { cloudTable, inboxStore, recordsStore } from "./cloud-places.ts";
import { log, loggedProgress } from "./run-log.ts";

interface ReceiveEvent {
  readonly district: string;
  readonly run: string;
  readonly inboxPrefix: string;
}

/** Stores what a district dropped in the inbox and lists the files for the map to read. */
export async function handler({ district, run, inboxPrefix }: ReceiveEvent) {
  const records = recordsStore();
  const received = await receive(
    districtId(district),
    inboxFiles(inboxStore(), inboxPrefix),
    { records, table: cloudTable() },
    day(new Date().toISOString().slice(0, 10)),
    loggedProgress,
  );
  const files = received.filter(isReceived).map(({ file, sha256 }) => ({ file, sha256 }));
  const filesKey = recordsKeys.run(district, run, "files.json");
  await records.put(filesKey, jsonBytes(files), "application/json");
  log.info("received", { district, files: received.length, readable: files.length });
  return { district, filesKey, files: files.length };
}

const isReceived = (file: ReceivedAs): file is ReceivedAs & { readonly sha256: string } =>
  file.outcome !== "unreadable";
