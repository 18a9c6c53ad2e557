import type { DistrictId, StudentId } from "../../domain/ids.ts";
import type { PlanDocument } from "../../domain/plans/plan.ts";
import type { SchoolYear } from "../../domain/calendar/school-year.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { tableKeys } from "../../layout.ts";
import type { District } from "../../join/assemble-district.ts";
import { ownedBy } from "../../join/joined-records.ts";
import type { Item } from "../ports.ts";
import type { ListedDocument } from "./plan-lists.ts";

/** How a school's plan documents differ from those that its list names. */
export interface DocumentChange {
  /** The documents to write. */
  readonly items: readonly Item[];
  /** The listed documents that the school no longer has. */
  readonly left: readonly ListedDocument[];
  /** The list while documents are written and removed. */
  readonly meanwhile: readonly ListedDocument[];
  /** The list when that is done. */
  readonly documents: readonly ListedDocument[];
}

/** Compares the documents of a school's students with those that its list names. */
export function documentChange(
  district: DistrictId,
  joined: District,
  students: readonly StudentId[],
  listed: readonly ListedDocument[],
): DocumentChange {
  const unseen = new Map(listed.map((document) => [documentKey(document), document]));
  const items: Item[] = [];
  const meanwhile: ListedDocument[] = [];
  const documents: ListedDocument[] = [];
  for (const student of students) {
    for (const planDocument of planDocuments(joined, student)) {
      const { schoolYear } = planDocument;
      const text = JSON.stringify(planDocument);
      const document = { student, schoolYear, hash: contentHash(text) };
      const key = documentKey(document);
      const isSame = unseen.get(key)?.hash === document.hash;
      unseen.delete(key);
      documents.push(document);
      meanwhile.push(isSame ? document : asUnknown(document));
      if (!isSame) items.push({ ...tableKeys.plan(district, student, schoolYear), document: text });
    }
  }
  const left = [...unseen.values()];
  return { items, left, meanwhile: [...meanwhile, ...left.map(asUnknown)], documents };
}

/** A document of which the table may hold an older version, or none. */
export const asUnknown = ({ student, schoolYear }: ListedDocument): ListedDocument => ({
  student,
  schoolYear,
  hash: null,
});

/** Identifies a document within a district. */
export const documentKey = ({
  student,
  schoolYear,
}: Pick<ListedDocument, "student" | "schoolYear">): string => `${schoolYear}#${student}`;

/** A student's documents, one per school year in which there is a plan. */
export function planDocuments(joined: District, student: StudentId): readonly PlanDocument[] {
  const { plan: plans, goal, actionStep, review } = joined.records;
  const byYear = new Map<SchoolYear, PlanDocument["plans"][number][]>();
  for (const plan of ownedBy(plans, "student", student)) {
    const ofYear = byYear.get(plan.schoolYear);
    if (ofYear === undefined) byYear.set(plan.schoolYear, [plan]);
    else ofYear.push(plan);
  }
  const documents: PlanDocument[] = [];
  for (const [schoolYear, plans] of byYear) {
    const goals = ownedByAll(plans, ({ plan }) => ownedBy(goal, "plan", plan));
    documents.push({
      student,
      schoolYear,
      plans,
      goals,
      actionSteps: ownedByAll(goals, ({ goal }) => ownedBy(actionStep, "goal", goal)),
      reviews: ownedByAll(plans, ({ plan }) => ownedBy(review, "plan", plan)),
    });
  }
  return documents;
}

/** The records that belong to each of the owners, in their order. */
function ownedByAll<Owner, Row>(
  owners: readonly Owner[],
  ownedByOne: (owner: Owner) => readonly Row[],
): readonly Row[] {
  const [only] = owners;
  if (owners.length === 1 && only !== undefined) return ownedByOne(only);
  const rows: Row[] = [];
  for (const owner of owners) for (const row of ownedByOne(owner)) rows.push(row);
  return rows;
}
