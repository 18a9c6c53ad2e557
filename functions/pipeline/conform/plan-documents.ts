import type { DistrictId } from "../../domain/ids.ts";
import { CONFORMED } from "../../domain/record-types/conformed-tables.ts";
import type { Plan } from "../../domain/plans/plan.ts";
import { recordsKeys, tableKeys } from "../../layout.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import { planTexts } from "../../join/plan-texts.ts";
import type { DistrictRows } from "../../join/school-rows.ts";
import type { ConformedManifest, ConformedSchool } from "../../conformed/conformed-manifest.ts";
import type { ItemKey, ObjectStore, Places, Table } from "../ports.ts";
import { asUnknown, documentChange, documentKey } from "./document-change.ts";
import {
  type ListedDocument,
  type PlanListItems,
  planListItems,
  plansHash,
  readPlanLists,
} from "./plan-lists.ts";
import type { StoredSchool } from "./store-schools.ts";

/**
 * Writes the plan documents that changed, while the schools come in: one item a student and school year,
 * whole in itself. The document travels as JSON text, since nothing ever asks for a part of it. A list of
 * each school says which documents are there, so nothing is written for a school whose plans are the
 * same, and for another only what differs. Documents whose plans are gone are removed last.
 *
 * Before documents are written or removed, their school's list says that of these nothing is known; after
 * all are, it says what is there. So the next run makes up for one that was killed, whatever files it has.
 */
export async function writePlanDocuments(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  rows: DistrictRows,
  before: ConformedManifest | null,
  schools: AsyncIterable<StoredSchool>,
): Promise<void> {
  const lists = await readPlanLists(table, district);
  const schoolsBefore = new Map(before?.schools.map((school) => [school.id, school]));
  const listedOf = async (school: string): Promise<readonly ListedDocument[]> =>
    lists.documentsOf(school) ?? unlistedDocuments(records, district, schoolsBefore.get(school));
  const closed = new Set([...lists.schools, ...schoolsBefore.keys()]);
  const left: ListedDocument[] = [];
  const kept: (() => Promise<readonly ListedDocument[]>)[] = [];
  const textsOf = planTexts(rows);
  const after: PlanListItems[] = [];
  const unnamed = new Map(lists.pages.map((key) => [key.sort, key]));
  const name = (pages: readonly ItemKey[]): void => {
    for (const { sort } of pages) unnamed.delete(sort);
  };
  const putMeanwhile = async (list: PlanListItems): Promise<void> => {
    await putLists(table, [list]);
    for (const { partition, sort } of list.pages) unnamed.set(sort, { partition, sort });
  };

  for await (const { school, students } of schools) {
    closed.delete(school.id);
    const plans = plansHash(school);
    if (lists.plansOf(school.id) === plans) {
      name(lists.pagesOf(school.id));
      kept.push(async () => listedOf(school.id));
      continue;
    }
    const change = documentChange(district, textsOf, students, await listedOf(school.id));
    const { documents } = change;
    await putMeanwhile(planListItems(district, school.id, null, change.meanwhile));
    await table.putAll(change.items);
    left.push(...change.left);
    kept.push(async () => documents);
    after.push(planListItems(district, school.id, plans, documents));
  }
  for (const school of closed) {
    const listed = await listedOf(school);
    await putMeanwhile(planListItems(district, school, null, listed.map(asUnknown)));
    left.push(...listed);
  }

  const gone = await unlisted(left, kept);
  await table.deleteAll(
    gone.map(({ student, schoolYear }) => tableKeys.plan(district, student, schoolYear)),
  );
  await putLists(table, after);
  for (const { pages } of after) name(pages);
  const closedLists = [...closed].map((school) => tableKeys.planList(district, school));
  // The heads of closed schools name pages: they go first.
  await table.deleteAll(closedLists);
  await table.deleteAll([...unnamed.values()]);
}

/**
 * Those of the documents that schools no longer have which no other school has either. Of a student who
 * moved, the list of another school names it. What no list names, none ever would again.
 */
async function unlisted(
  left: readonly ListedDocument[],
  lists: readonly (() => Promise<readonly ListedDocument[]>)[],
): Promise<readonly ListedDocument[]> {
  const gone = new Map(left.map((document) => [documentKey(document), document]));
  for (const list of lists) {
    if (gone.size === 0) break;
    for (const document of await list()) gone.delete(documentKey(document));
  }
  return [...gone.values()];
}

/** The pages before the heads that name them. */
async function putLists(table: Table, lists: readonly PlanListItems[]): Promise<void> {
  await table.putAll(lists.flatMap(({ pages }) => pages));
  await table.putAll(lists.map(({ head }) => head));
}

/** The documents of a school in a version that kept no lists, as its partition of plans has them. */
async function unlistedDocuments(
  records: ObjectStore,
  district: DistrictId,
  school: ConformedSchool | undefined,
): Promise<readonly ListedDocument[]> {
  const partition = school?.partitions.find(({ table }) => table === "plan");
  if (partition === undefined) return [];
  const bytes = await records.get(recordsKeys.conformed(district, partition.name, partition.hash));
  if (bytes === null) return [];
  const plans = fromArrow(CONFORMED.plan, bytes) as unknown as readonly Plan[];
  return plans.map(({ student, schoolYear }) => ({ student, schoolYear, hash: null }));
}
