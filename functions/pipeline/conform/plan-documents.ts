import type { DistrictId, StudentId } from "../../domain/ids.ts";
import { CONFORMED } from "../../domain/record-types/conformed-tables.ts";
import type { Plan, PlanDocument } from "../../domain/plans/plan.ts";
import type { SchoolYear } from "../../domain/calendar/school-year.ts";
import { recordsKeys, tableKeys } from "../../layout.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";
import type { District } from "../../join/assemble-district.ts";
import { ownedBy } from "../../join/joined-records.ts";
import type { ConformedManifest, ConformedSchool } from "../../conformed/conformed-manifest.ts";
import type { Item, ItemKey, ObjectStore, Places } from "../ports.ts";
import type { StoredSchool } from "./store-schools.ts";

const PLAN_TABLES = new Set(["plan", "goal", "actionStep", "review"]);

/**
 * Writes the plan documents of the schools whose plans changed since the version before, while the
 * schools come in: one item a student and school year, whole in itself. The document travels as
 * JSON text, since nothing ever asks for a part of it. Documents whose plans are gone are removed
 * last.
 */
export async function writePlanDocuments(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
  joined: District,
  before: ConformedManifest | null,
  schools: AsyncIterable<StoredSchool>,
): Promise<void> {
  const plansBefore = new Map(before?.schools.map((school) => [school.id, planHashes(school)]));
  const written = new Set<StudentId>();
  const unchanged = new Set<string>();
  await table.putAll(items());
  const gone: ItemKey[] = [];
  for (const school of before?.schools ?? []) {
    if (unchanged.has(school.id)) continue;
    for (const { student, schoolYear } of await plansOf(records, district, school)) {
      const isThere = ownedBy(joined.records.plan, "student", student).some(
        (plan) => plan.schoolYear === schoolYear,
      );
      if (!isThere) gone.push(tableKeys.plan(district, student, schoolYear));
    }
  }
  await table.deleteAll(gone);

  async function* items(): AsyncGenerator<Item> {
    for await (const { school, students } of schools) {
      if (plansBefore.get(school.id) === planHashes(school)) {
        unchanged.add(school.id);
        continue;
      }
      for (const student of students) {
        if (written.has(student)) continue;
        written.add(student);
        for (const document of planDocuments(joined, student)) {
          yield {
            ...tableKeys.plan(district, student, document.schoolYear),
            document: JSON.stringify(document),
          };
        }
      }
    }
  }
}

/** The plans of a school in an earlier version, as its partition has them. */
async function plansOf(
  records: ObjectStore,
  district: DistrictId,
  school: ConformedSchool,
): Promise<readonly Plan[]> {
  const partition = school.partitions.find(({ table }) => table === "plan");
  if (partition === undefined) return [];
  const bytes = await records.get(recordsKeys.conformed(district, partition.name, partition.hash));
  return bytes === null ? [] : (fromArrow(CONFORMED.plan, bytes) as unknown as readonly Plan[]);
}

/** A student's documents, one per school year in which there is a plan. */
export function planDocuments(joined: District, student: StudentId): readonly PlanDocument[] {
  const byYear = new Map<SchoolYear, PlanDocument["plans"][number][]>();
  for (const plan of ownedBy(joined.records.plan, "student", student)) {
    const plans = byYear.get(plan.schoolYear);
    if (plans === undefined) byYear.set(plan.schoolYear, [plan]);
    else plans.push(plan);
  }
  return [...byYear].map(([schoolYear, plans]) => {
    const goals = plans.flatMap(({ plan }) => ownedBy(joined.records.goal, "plan", plan));
    return {
      student,
      schoolYear,
      plans,
      goals,
      actionSteps: goals.flatMap(({ goal }) => ownedBy(joined.records.actionStep, "goal", goal)),
      reviews: plans.flatMap(({ plan }) => ownedBy(joined.records.review, "plan", plan)),
    };
  });
}

const planHashes = ({ partitions }: ConformedSchool): string =>
  partitions
    .filter(({ table }) => PLAN_TABLES.has(table))
    .map(({ hash }) => hash)
    .join(" ");
