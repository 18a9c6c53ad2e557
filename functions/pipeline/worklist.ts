import type { DistrictId } from "../domain/ids.ts";
import { tableKeys } from "../layout.ts";
import { urgentSince } from "./by-urgency.ts";
import { readJson, type ConformedManifest, type ConformedSchool } from "./conformed-manifest.ts";
import { worklistKey, type Measuring } from "./measure.ts";
import type { Item, ItemKey, ObjectStore, Places, Table } from "./ports.ts";
import { WORKLIST_NEEDS, type WorklistEntry, type WorklistNeed } from "./worklist-entries.ts";

/**
 * Makes the schools' parts of the worklist say what was worked out when they were measured: new and
 * changed entries are written first, while the next school is looked at, then those that no longer
 * hold are removed.
 */
export async function replaceWorklists(
  { records, table }: Pick<Places, "records" | "table">,
  manifest: ConformedManifest,
  schools: Iterable<ConformedSchool>,
  measuring: Measuring,
): Promise<void> {
  const { district } = manifest;
  const stale: ItemKey[] = [];
  await table.putAll(changed());
  await table.deleteAll(stale);

  async function* changed(): AsyncGenerator<Item> {
    for (const school of schools) {
      const entries = await entriesOf(records, manifest, school, measuring);
      const items = entries.map((entry) => worklistItem(district, school.id, entry));
      const wanted = new Map(items.map((item) => [keyText(item), item]));
      for await (const there of worklistItems(table, district, school.id)) {
        const same = wanted.get(keyText(there));
        if (same === undefined) stale.push({ partition: there.partition, sort: there.sort });
        else if (same["entry"] === there["entry"]) wanted.delete(keyText(there));
      }
      yield* wanted.values();
    }
  }
}

async function entriesOf(
  records: ObjectStore,
  manifest: ConformedManifest,
  school: ConformedSchool,
  measuring: Measuring,
): Promise<readonly WorklistEntry[]> {
  const key = worklistKey(manifest, school, measuring);
  const entries = await readJson<readonly WorklistEntry[]>(records, key);
  if (entries === null) throw new Error(`no worklist under ${key}; measure the school first`);
  return entries;
}

/** The release that the worklist was last written for; null before the first. */
export async function worklistRelease(table: Table, district: DistrictId): Promise<string | null> {
  const item = await table.get(tableKeys.ledger(district, "worklist"));
  return item === null ? null : String(item["release"]);
}

/** Notes that the worklist of every school is written for a release. */
export const noteWorklistRelease = (
  table: Table,
  district: DistrictId,
  release: string,
): Promise<void> => table.put({ ...tableKeys.ledger(district, "worklist"), release });

export interface WorklistPage {
  readonly entries: readonly WorklistEntry[];
  /** Hand it to the next query to go on; null at the end. */
  readonly next: string | null;
}

/**
 * One page of a school's worklist, most urgent first, in one query however large the district is:
 * of all needs, or of one. Only `next` says whether there is more.
 */
export async function worklistPage(
  table: Table,
  district: DistrictId,
  school: string,
  asked: {
    readonly need?: WorklistNeed | undefined;
    readonly after?: string | null;
    readonly limit: number;
  },
): Promise<WorklistPage> {
  const { need, after = null, limit } = asked;
  const page = await table.queryWorklist({
    partition: tableKeys.worklistOf(district, school),
    ...(need !== undefined && {
      sortBeginsWith: tableKeys.worklistNeed(WORKLIST_NEEDS.indexOf(need)),
    }),
    after,
    limit,
  });
  return { entries: page.items.map(entryOf), next: page.next };
}

const entryOf = (item: Item): WorklistEntry => JSON.parse(String(item["entry"])) as WorklistEntry;

/** The worklist of one school, most urgent first: overdue, then due soon, then without a plan, each by due day. */
export async function* worklist(
  table: Table,
  district: DistrictId,
  school: string,
): AsyncGenerator<WorklistEntry> {
  for await (const item of worklistItems(table, district, school)) {
    yield entryOf(item);
  }
}

async function* worklistItems(
  table: Table,
  district: DistrictId,
  school: string,
): AsyncGenerator<Item> {
  let after: string | null = null;
  do {
    const page: { items: readonly Item[]; next: string | null } = await table.queryWorklist({
      partition: tableKeys.worklistOf(district, school),
      after,
    });
    yield* page.items;
    after = page.next;
  } while (after !== null);
}

/** One entry as the table holds it, under the key by which the index sorts it. */
export function worklistItem(district: DistrictId, school: string, entry: WorklistEntry): Item {
  const order = WORKLIST_NEEDS.indexOf(entry.need);
  return {
    ...tableKeys.worklist(district, school, entry.student, entry.requirement),
    worklistPartition: tableKeys.worklistOf(district, school),
    worklistSort: tableKeys.worklistOrder(
      order,
      urgentSince(entry),
      entry.student,
      entry.requirement,
    ),
    entry: JSON.stringify(entry),
  };
}

const keyText = ({ partition, sort }: ItemKey): string => `${partition}\u0000${sort}`;
