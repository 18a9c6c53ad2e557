import type { DistrictId, StudentId } from "../domain/ids.ts";
import type { PlanDocument } from "../domain/plan.ts";
import type { SchoolYear } from "../domain/school-year.ts";
import { tableKeys } from "../layout.ts";
import type { District } from "./assemble-district.ts";
import type { ConformedManifest, ConformedSchool } from "./conformed-manifest.ts";
import type { Item, Table } from "./ports.ts";
import type { StoredSchool } from "./store-schools.ts";

const PLAN_TABLES = new Set(["plan", "goal", "actionStep", "review"]);

/**
 * Writes the plan documents of the schools whose plans changed since the version before, while the
 * schools come in: one item a student and school year, whole in itself. The document travels as
 * JSON text, since nothing ever asks for a part of it.
 */
export function writePlanDocuments(
  table: Table,
  district: DistrictId,
  joined: District,
  before: ConformedManifest | null,
  schools: AsyncIterable<StoredSchool>,
): Promise<number> {
  const plansBefore = new Map(before?.schools.map((school) => [school.id, planHashes(school)]));
  const written = new Set<StudentId>();
  return table.putAll(items());

  async function* items(): AsyncGenerator<Item> {
    for await (const { school, students } of schools) {
      if (plansBefore.get(school.id) === planHashes(school)) continue;
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

/** A student's documents, one a school year in which there is a plan. */
export function planDocuments(joined: District, student: StudentId): readonly PlanDocument[] {
  const byYear = new Map<SchoolYear, PlanDocument["plans"][number][]>();
  for (const plan of joined.plans.get(student) ?? []) {
    const plans = byYear.get(plan.schoolYear);
    if (plans === undefined) byYear.set(plan.schoolYear, [plan]);
    else plans.push(plan);
  }
  return [...byYear].map(([schoolYear, plans]) => {
    const goals = plans.flatMap(({ plan }) => joined.goals.get(plan) ?? []);
    return {
      student,
      schoolYear,
      plans,
      goals,
      actionSteps: goals.flatMap(({ goal }) => joined.actionSteps.get(goal) ?? []),
      reviews: plans.flatMap(({ plan }) => joined.reviews.get(plan) ?? []),
    };
  });
}

const planHashes = ({ partitions }: ConformedSchool): string =>
  partitions
    .filter(({ table }) => PLAN_TABLES.has(table))
    .map(({ hash }) => hash)
    .join(" ");

/** One student's plan document of a school year as it rests in the table; null when there is none. */
export async function planDocumentOf(
  table: Table,
  district: DistrictId,
  student: StudentId,
  year: SchoolYear,
): Promise<PlanDocument | null> {
  const item = await table.get(tableKeys.plan(district, student, year));
  return item === null ? null : (JSON.parse(String(item["document"])) as PlanDocument);
}
