import { availableIn } from "../../conformed/availability.ts";
import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { SchoolYear } from "../../domain/calendar/school-year.ts";
import type { PlanWithGoals } from "../../goals/words/form-beginnings.ts";
import { ownNames } from "../../goals/words/own-name.ts";
import { isComparedPlan } from "../../join/goals-to-compare.ts";
import { readSchool } from "../../pipeline/measure/read-school.ts";
import type { ObjectStore } from "../../pipeline/ports.ts";

/** The district's plans of a school year whose goals are compared, each once, with what its goals say. */
export async function plansWithGoals(
  records: ObjectStore,
  manifest: ConformedManifest,
  year: SchoolYear,
): Promise<readonly PlanWithGoals[]> {
  const plans = new Map<string, PlanWithGoals>();
  for (const school of manifest.schools) {
    const read = await readSchool(records, manifest.district, school, year, availableIn(manifest));
    for (const { student, document } of read.students) {
      const names = ownNames([student.givenName, student.familyName]);
      for (const { plan, planType, status, counselor } of document?.plans ?? []) {
        if (!isComparedPlan({ planType, status })) continue;
        const goals = document?.goals.filter((goal) => goal.plan === plan) ?? [];
        const texts = goals.map(({ description }) => description);
        plans.set(plan, { author: counselor, names, goals: texts });
      }
    }
  }
  return [...plans.values()];
}
