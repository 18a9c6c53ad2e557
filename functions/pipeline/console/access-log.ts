import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { LogEntry } from "../../access/log-entry.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys, tableKeys } from "../../layout.ts";
import { allItems } from "../all-items.ts";
import { jsonBytes } from "../stored-json.ts";
import { MalformedCursor, type ObjectStore, type Places, type Table } from "../ports.ts";

/**
 * Appends one entry to the access log: an object of its own in the records bucket, beside the table, so
 * that losing the table loses none, and no entry can replace another.
 */
export async function noteAccess(
  records: ObjectStore,
  district: DistrictId,
  entry: LogEntry,
): Promise<void> {
  const key = recordsKeys.accessLogEntry(district, entry.at, randomUUID());
  if (!(await records.putIfAbsent(key, jsonBytes(entry), "application/json"))) {
    throw new Error(`the access log has an entry under ${key} already`);
  }
}

/**
 * Which entries of the log are asked for; null for all. Days are those of the instants as written,
 * in UTC.
 */
export interface LogFilter {
  readonly from: string | null;
  readonly until: string | null;
  readonly who: string | null;
  readonly school: string | null;
  readonly kind: string | null;
  readonly subject: string | null;
}

export const WHOLE_LOG: LogFilter = {
  ...{ from: null, until: null, who: null, school: null, kind: null, subject: null },
};

/**
 * One page of the log, the newest first.
 * @param after the `next` of the page before; null for the first
 * @throws MalformedCursor when `after` is no place of this log
 */
export async function readAccessLog(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  filter: LogFilter,
  limit: number,
  after: string | null,
): Promise<{ readonly entries: readonly LogEntry[]; readonly next: string | null }> {
  if (after !== null && !PLACE.test(after)) throw new MalformedCursor();
  const prefix = recordsKeys.accessLog(district);
  const former = await formerEntries(table, district);
  const places = [
    ...(await records.list(prefix)).filter(isEntry).map((key) => key.slice(prefix.length)),
    ...former.keys(),
  ]
    .filter((place) => isWithin(place, filter))
    .sort()
    .reverse();
  const from = after === null ? 0 : places.findIndex((place) => place < after);
  if (from < 0) return { entries: [], next: null };
  const entries: LogEntry[] = [];
  for (const place of places.slice(from)) {
    const entry = former.get(place) ?? (await entryUnder(records, prefix + place));
    if (!isAsked(entry, filter)) continue;
    entries.push(entry);
    if (entries.length === limit) return { entries, next: place };
  }
  return { entries, next: null };
}

const PLACE = /^\d{4}-\d{2}-\d{2}\/[\dTZ.]+-[\w-]+(?:\.json)?$/;
const isEntry = (key: string): boolean => key.endsWith(".json");

async function entryUnder(records: ObjectStore, key: string): Promise<LogEntry> {
  const bytes = await records.get(key);
  if (bytes === null) throw new Error(`no entry of the access log under ${key}`);
  return JSON.parse(new TextDecoder().decode(bytes)) as LogEntry;
}

const isWithin = (place: string, { from, until }: LogFilter): boolean =>
  (from === null || place.slice(0, 10) >= from) && (until === null || place.slice(0, 10) <= until);

const isAsked = (entry: LogEntry, { who, school, kind, subject }: LogFilter): boolean =>
  (who === null || entry.who === who) &&
  (school === null || entry.schools === null || entry.schools.includes(school)) &&
  (kind === null || entry.kind === kind) &&
  (subject === null || entry.subject === subject);

/**
 * The entries that earlier versions of the program kept in the table, by the key that each would
 * have in the log.
 */
export async function formerEntries(
  table: Table,
  district: DistrictId,
): Promise<ReadonlyMap<string, LogEntry>> {
  const { partition } = tableKeys.formerAccess(district, "", "");
  const entries = new Map<string, LogEntry>();
  for (const item of await allItems(table, partition)) {
    const instant = String(item["at"]);
    const place = `${instant.slice(0, 10)}/${instant.slice(11).replaceAll(":", "")}-${item.sort.slice(-8)}`;
    entries.set(place, {
      at: instant,
      who: String(item["reader"]),
      role: null,
      isDemo: false,
      kind: "see-student",
      what: String(item["path"]).replace(/^.*\//, ""),
      schools: [String(item["school"])],
      students: null,
      subject: null,
      isAllowed: true,
      because: String(item["because"]),
      through: "console",
    });
  }
  return entries;
}

/**
 * The pseudonym of a student in the log of a district. It is the same for each look. Without the
 * district's secret, nobody can compute the student from it or find the student by trying
 * identifiers.
 */
export async function subjectOf(
  records: ObjectStore,
  district: DistrictId,
  student: string,
): Promise<string> {
  const secret = await accessSecret(records, district);
  return createHmac("sha256", secret).update(student).digest("hex").slice(0, 24);
}

/**
 * The 32 random bytes from which the pseudonyms of students in the log and in addresses are made.
 * They are drawn when they are first asked for.
 */
export async function accessSecret(
  records: ObjectStore,
  district: DistrictId,
): Promise<Uint8Array> {
  const key = recordsKeys.accessSecret(district);
  // If two requests draw a secret at once, both use the one that was stored first.
  if ((await records.size(key)) === null) await records.putIfAbsent(key, randomBytes(32));
  const secret = await records.get(key);
  if (secret === null) throw new Error(`no secret under ${key}`);
  return secret;
}
