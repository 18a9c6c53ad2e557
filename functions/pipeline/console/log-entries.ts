import type { LogEntry } from "../../access/log-entry.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { addDays, type Day } from "../../domain/calendar/day.ts";
import { recordsKeys } from "../../layout.ts";
import type { ObjectStore } from "../ports.ts";

/** How many objects are read at the same time: more would wait for each other. */
const AT_ONCE = 200;

/** Past days that were read. No entry is added to them, and none is rewritten. */
const KEPT = new WeakMap<ObjectStore, Map<string, readonly LogEntry[]>>();

/**
 * Every entry of some days that lies in the records, the earliest first. The entries of a day are read side by side, and a day that is over is read once.
 * @param today the day by the clock on which the log is kept, in UTC
 */
export async function logEntries(
  records: ObjectStore,
  district: DistrictId,
  { from, until, today }: { readonly from: Day; readonly until: Day; readonly today: Day },
): Promise<readonly LogEntry[]> {
  const kept = KEPT.get(records) ?? new Map<string, readonly LogEntry[]>();
  KEPT.set(records, kept);
  const entries: LogEntry[] = [];
  for (let on = from; on <= until && on <= today; on = addDays(on, 1)) {
    const prefix = `${recordsKeys.accessLog(district)}${on}/`;
    const keptEntries = kept.get(prefix);
    const read = keptEntries ?? (await entriesUnder(records, prefix));
    if (keptEntries === undefined && on < today) kept.set(prefix, read);
    entries.push(...read);
  }
  return entries;
}

async function entriesUnder(records: ObjectStore, prefix: string): Promise<readonly LogEntry[]> {
  const keys = (await records.list(prefix)).filter((key) => key.endsWith(".json"));
  const entries: LogEntry[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const read = keys.slice(from, from + AT_ONCE).map(async (key) => {
      const bytes = await records.get(key);
      if (bytes === null) throw new Error(`no entry of the access log under ${key}`);
      return JSON.parse(new TextDecoder().decode(bytes)) as LogEntry;
    });
    entries.push(...(await Promise.all(read)));
  }
  return entries;
}
