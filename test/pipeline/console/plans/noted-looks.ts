import type { LogEntry } from "../../../../functions/access/log-entry.ts";
import { recordsKeys } from "../../../../functions/layout.ts";
import type { Places } from "../../../../functions/pipeline/ports.ts";
import { CAST, CAST_DAY } from "../../../support/local-district.ts";

/** What the access log of the cast has of its day, in the order of time. */
export async function notedLooks(places: Places): Promise<readonly LogEntry[]> {
  const keys = await places.records.list(`${recordsKeys.accessLog(CAST)}${CAST_DAY}/`);
  return Promise.all(
    keys.map(async (key) => {
      const bytes = (await places.records.get(key)) ?? new Uint8Array();
      return JSON.parse(Buffer.from(bytes).toString()) as LogEntry;
    }),
  );
}
