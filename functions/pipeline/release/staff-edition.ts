import { compareText } from "../../domain/text/compare-text.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys, tableKeys } from "../../layout.ts";
import type { ProtectionPolicy } from "../../protection/protection-policy.ts";
import { columnsFromArrow } from "../../releases/files/arrow-columns.ts";
import { allItems } from "../all-items.ts";
import { changeJson } from "../change-json.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { ItemKey, ObjectStore, Places } from "../ports.ts";
import type { StaffEditionEntry, StaffLatest } from "../../editions/staff-latest.ts";
import { staffLatest } from "./staff-editions.ts";
import { nameEdition, writeStaffFiles } from "./staff-files.ts";
import { keptEditions } from "../../editions/kept-editions.ts";

export interface WrittenEdition {
  readonly edition: string;
  /** False if the same edition existed already. */
  readonly isNew: boolean;
  /** The edition of the same day that it takes the place of, whose records or definitions were others; null where there was none. */
  readonly replaces: string | null;
  /** Whether staff now see it: the edition of the latest day is the current one. */
  readonly isCurrent: boolean;
}

/**
 * Writes the staff edition of a day: every figure exactly, and the students behind them. Equal counts,
 * definitions and earlier editions give an equal edition under an equal name. The pointer to it comes
 * after its files, the worklist items after that, and editions that are not kept are removed last.
 * @param publicDays days of public releases: their editions are kept
 */
export async function writeStaffEdition(
  { records, table }: Pick<Places, "records" | "table">,
  manifest: ConformedManifest,
  measuring: Measuring,
  policy: ProtectionPolicy,
  publicDays: readonly string[],
): Promise<WrittenEdition> {
  const { district } = manifest;
  const { asOf } = measuring;
  const listed = (await staffLatest(records, district))?.editions ?? [];
  const unnamed = { edition: "", asOf, conformed: manifest.version };
  // Not those that this edition will remove: the same day again would find them gone.
  const kept = keptEditions(withDay(listed, unnamed), publicDays, asOf);
  const named = await nameEdition(records, manifest, measuring, policy, kept);
  const { edition } = named;
  const folder = recordsKeys.staffEdition(district, edition);
  const isThere = (await records.size(`${folder}manifest.json`)) !== null;
  if (!isThere) {
    await writeStaffFiles(records, manifest, measuring, named, { folder, formats: STORED_FORMATS });
  }
  const entry = { edition, asOf, conformed: manifest.version };
  const now = await listEdition(records, manifest, entry, publicDays);
  const isCurrent = now.edition === edition;
  if (isCurrent) await pointWorklists({ records, table }, manifest, entry);
  await removeOthers(records, district, now.editions);
  const sameDay = listed.find((other) => other.asOf === asOf && other.edition !== edition);
  return { edition, isNew: !isThere, replaces: sameDay?.edition ?? null, isCurrent };
}

/** The console makes CSV and Parquet of the same rows when somebody asks for them. */
const STORED_FORMATS = ["arrow"] as const;

/**
 * Adds the edition to those that are listed at that moment, and removes those that are not kept.
 */
async function listEdition(
  records: ObjectStore,
  manifest: ConformedManifest,
  entry: StaffEditionEntry,
  publicDays: readonly string[],
): Promise<StaffLatest> {
  const key = recordsKeys.staffLatest(manifest.district);
  const latest = await changeJson<StaffLatest>(records, key, (before) => {
    const all = withEdition(before, manifest, entry);
    const kept = keptEditions(all.editions, publicDays, entry.asOf);
    const isListed = before?.editions.some(({ edition }) => edition === entry.edition) ?? false;
    const isSame =
      isListed && before?.edition === all.edition && kept.length === all.editions.length;
    return isSame ? null : { ...all, editions: kept };
  });
  if (latest === null) throw new Error(`no list of editions under ${key}`);
  return latest;
}

/** Writes one item per school that says where its students are in the edition. */
async function pointWorklists(
  { records, table }: Pick<Places, "records" | "table">,
  { district, schools }: ConformedManifest,
  { edition, asOf }: StaffEditionEntry,
): Promise<void> {
  const pointed = await table.get(tableKeys.worklistEdition(district));
  if (pointed?.["edition"] === edition) return;
  const file = `${recordsKeys.staffEdition(district, edition)}students.arrow`;
  const bytes = await records.get(file);
  if (bytes === null) throw new Error(`no students under ${file}`);
  const rowsOf = rowsBySchool(bytes);
  const items = schools.map(({ id }) => ({
    ...tableKeys.worklist(district, id),
    ...{ edition, asOf, file },
    ...(rowsOf.get(id) ?? { from: 0, until: 0 }),
  }));
  await table.putAll(items);
  await table.deleteAll(await staleItems(table, district, new Set(schools.map(({ id }) => id))));
  await table.put({ ...tableKeys.worklistEdition(district), edition });
}

/** The first row of each school's students, and the one after the last. */
function rowsBySchool(students: Uint8Array) {
  const rows = new Map<unknown, { readonly from: number; readonly until: number }>();
  const schools = columnsFromArrow(SCHOOL_COLUMN, students).column("school");
  for (const [row, school] of schools.entries()) {
    rows.set(school, { from: rows.get(school)?.from ?? row, until: row + 1 });
  }
  return rows;
}

/** Items of schools that the district no longer has. */
async function staleItems(
  table: Places["table"],
  district: DistrictId,
  keptKeys: ReadonlySet<string>,
): Promise<readonly ItemKey[]> {
  const { partition } = tableKeys.worklist(district, "");
  const items = await allItems(table, partition);
  return items.flatMap(({ sort }) => (keptKeys.has(sort) ? [] : [{ partition, sort }]));
}

const SCHOOL_COLUMN = {
  name: "students",
  title: "Students",
  description: "The school of each student alone.",
  primaryKey: [],
  columns: [{ name: "school", type: "text", title: "School id", definition: "The school." }],
} as const;

/** The editions with this one among them: the latest day first, one per day. */
const withDay = (
  editions: readonly StaffEditionEntry[],
  entry: StaffEditionEntry,
): readonly StaffEditionEntry[] =>
  [...editions.filter(({ asOf }) => asOf !== entry.asOf), entry].sort((a, b) =>
    compareText(b.asOf, a.asOf),
  );

/** The list with this edition in it, and which of them is current. */
function withEdition(
  before: StaffLatest | null,
  { district, districtName }: ConformedManifest,
  entry: StaffLatest["editions"][number],
): StaffLatest {
  const editions = withDay(before?.editions ?? [], entry);
  const [current = entry] = editions;
  return { district: { id: district, name: districtName }, ...current, editions };
}

/** Removes the files of editions that are not kept, including those of runs that were killed. */
async function removeOthers(
  records: ObjectStore,
  district: ConformedManifest["district"],
  kept: StaffLatest["editions"],
): Promise<void> {
  const folder = recordsKeys.staffEditions(district);
  const names = new Set(kept.map(({ edition }) => edition));
  const keys = await records.list(folder);
  await records.delete(
    keys.filter((key) => {
      const [edition = "", file] = key.slice(folder.length).split("/");
      return file !== undefined && !names.has(edition);
    }),
  );
}
