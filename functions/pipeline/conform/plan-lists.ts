import type { DistrictId, StudentId } from "../../domain/ids.ts";
import type { SchoolYear } from "../../domain/calendar/school-year.ts";
import type { ConformedSchool } from "../../conformed/conformed-manifest.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { tableKeys } from "../../layout.ts";
import { allItems } from "../all-items.ts";
import type { Item, ItemKey, Table } from "../ports.ts";

/** What is known of one plan document in the table. */
export interface ListedDocument {
  readonly student: StudentId;
  readonly schoolYear: SchoolYear;
  /**
   * The hash of the stored document; null while it is written or removed, when the table may hold
   * an older version or none.
   */
  readonly hash: string | null;
}

/** The lists of a district as they are in the table. */
export interface PlanLists {
  /**
   * The schools that have a complete list. A list of which a page is missing, since the table was
   * damaged, does not count.
   */
  readonly schools: readonly string[];
  /**
   * The hash of what a school's documents were made from (`plansHash`); null while they are
   * written, and for a school without a list.
   */
  plansOf(school: string): string | null;
  /** Null without a list. */
  documentsOf(school: string): readonly ListedDocument[] | null;
  /** The keys of a school's pages. */
  pagesOf(school: string): readonly ItemKey[];
  /** The keys of all pages, also of pages that no list names because a run was killed. */
  readonly pages: readonly ItemKey[];
}

/** A school's list as items: the head names the pages, so it is written after them. */
export interface PlanListItems {
  readonly pages: readonly Item[];
  readonly head: Item;
}

/**
 * The length of a page in characters of JSON, each of three bytes at most. A page is an item of its
 * own, so that the list of the largest school fits.
 */
const PAGE_CHARACTERS = 100_000;

const PLAN_TABLES = new Set(["plan", "goal", "actionStep", "review"]);

/** The hash of all that a school's plan documents are made from. */
export const plansHash = ({ partitions }: ConformedSchool): string =>
  contentHash(...partitions.filter(({ table }) => PLAN_TABLES.has(table)).map(({ hash }) => hash));

/**
 * Whether the documents of all schools are written as a version has them. They are not where the end of
 * what was written to the table was lost, or where a version of the program before kept no lists.
 */
export async function hasAllDocuments(
  table: Table,
  district: DistrictId,
  schools: readonly ConformedSchool[],
): Promise<boolean> {
  const { partition, sort } = tableKeys.planList(district, "");
  const heads = await allItems(table, partition, sort);
  const plans = new Map(heads.map((head) => [head.sort.slice(sort.length), head["plans"]]));
  return schools.every((school) => plans.get(school.id) === plansHash(school));
}

/** Reads the lists of a district; a school's documents are parsed when they are asked for. */
export async function readPlanLists(table: Table, district: DistrictId): Promise<PlanLists> {
  const { partition, sort: begins } = tableKeys.planList(district, "");
  const heads = new Map<string, Item>();
  const pages = new Map<string, string>();
  for (const item of await allItems(table, partition)) {
    if (item.sort.startsWith(begins)) heads.set(item.sort.slice(begins.length), item);
    else pages.set(item.sort, String(item["documents"]));
  }
  const pagesOf = (school: string): readonly ItemKey[] =>
    ((heads.get(school)?.["pages"] ?? []) as readonly string[]).map((name) =>
      tableKeys.planListPage(district, school, name),
    );
  for (const school of heads.keys()) {
    if (!pagesOf(school).every(({ sort }) => pages.has(sort))) heads.delete(school);
  }
  return {
    schools: [...heads.keys()],
    plansOf: (school) => (heads.get(school)?.["plans"] ?? null) as string | null,
    documentsOf: (school) =>
      heads.has(school)
        ? pagesOf(school).flatMap(({ sort }) => documentsOn(pages.get(sort) ?? "[]"))
        : null,
    pagesOf,
    pages: [...pages.keys()].map((sort) => ({ partition, sort })),
  };
}

function documentsOn(page: string): readonly ListedDocument[] {
  const entries = JSON.parse(page) as readonly (readonly [StudentId, SchoolYear, string | null])[];
  return entries.map(([student, schoolYear, hash]) => ({ student, schoolYear, hash }));
}

/** A school's list as items. A page is named by its content, so that no page is ever changed. */
export function planListItems(
  district: DistrictId,
  school: string,
  plans: string | null,
  documents: Iterable<ListedDocument>,
): PlanListItems {
  const pages: Item[] = [];
  const names: string[] = [];
  let entries: string[] = [];
  let characters = 0;
  const endPage = (): void => {
    if (entries.length === 0) return;
    const text = `[${entries.join(",")}]`;
    const name = contentHash(text);
    names.push(name);
    pages.push({ ...tableKeys.planListPage(district, school, name), documents: text });
    entries = [];
    characters = 0;
  };
  for (const { student, schoolYear, hash } of documents) {
    const entry = JSON.stringify([student, schoolYear, hash]);
    entries.push(entry);
    characters += entry.length;
    if (characters >= PAGE_CHARACTERS) endPage();
  }
  endPage();
  return { pages, head: { ...tableKeys.planList(district, school), plans, pages: names } };
}
