import type { DistrictId, StudentId } from "../domain/ids.ts";
import type { PlanDocument } from "../domain/plan.ts";
import type { SchoolYear } from "../domain/school-year.ts";
import { tableKeys } from "../layout.ts";
import type { District } from "./assemble-district.ts";
import type { ConformedManifest } from "./conformed-manifest.ts";
import { studentsBySchool } from "./partitions.ts";
import type { Item, Progress, Table } from "./ports.ts";

const PLAN_TABLES = new Set(["plan", "goal", "actionStep", "review"]);

/**
 * Writes the plan documents of the schools whose plans changed since the version before: one item a
 * student and school year, whole in itself. The document travels as JSON text, since nothing ever
 * asks for a part of it.
 */
export async function writePlanDocuments(
  table: Table,
  district: DistrictId,
  joined: District,
  before: ConformedManifest | null,
  after: ConformedManifest,
  progress: Progress,
): Promise<number> {
  const unchanged = new Set(
    after.schools
      .filter(({ id }) => planHashes(after, id) === planHashes(before, id))
      .map(({ id }) => id),
  );
  const written = new Set<StudentId>();
  progress.step("write plan documents", null);
  const count = await table.putAll(items());
  progress.done();
  return count;

  function* items(): Generator<Item> {
    for (const [school, students] of studentsBySchool(joined)) {
      if (unchanged.has(school)) continue;
      for (const student of students) {
        if (written.has(student)) continue;
        written.add(student);
        for (const document of planDocuments(joined, student)) {
          progress.advance(1);
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

function planHashes(manifest: ConformedManifest | null, school: string): string | null {
  const found = manifest?.schools.find(({ id }) => id === school);
  if (found === undefined) return null;
  return found.partitions
    .filter(({ table }) => PLAN_TABLES.has(table))
    .map(({ hash }) => hash)
    .join(" ");
}

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
