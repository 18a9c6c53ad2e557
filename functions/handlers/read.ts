import { districtKinds } from "../pipeline/intake/district-kinds.ts";
import { feeds } from "../pipeline/intake/ledger.ts";
import { readStored } from "../pipeline/conform/read-part.ts";
import { inForce, type UnreadFile } from "../pipeline/conform/unread-files.ts";
import { cloudTable, recordsStore } from "./cloud-places.ts";
import { log } from "./run-log.ts";
import { runStep } from "./run-step.ts";

interface ReadEvent {
  readonly BatchInput: { readonly run: string };
  readonly Items: readonly UnreadFile[];
}

/** Reads a batch of files into our tables, for `assemble` to join. */
export const handler = runStep(async ({ Items }: ReadEvent, district) => {
  const records = recordsStore();
  const table = cloudTable();
  const versionsInForce = inForce(await feeds(table, district));
  const kinds = await districtKinds({ records, table }, district);
  let files = 0;
  for (const { sha256 } of Items) {
    for (const file of versionsInForce.filter((version) => version.sha256 === sha256)) {
      await readStored(records, district, file, kinds);
      files += 1;
    }
  }
  log.info("read", { district, files });
  return { files };
});
