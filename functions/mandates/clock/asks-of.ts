import type { Grade } from "../../domain/people/grade.ts";
import { gradesOf } from "./applies.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";

/**
 * Whether a mandate asks anything of a grade: one that it covers, or an earlier one that a single
 * requirement names (a conference from grade 6, the plan from grade 8). What is only encouraged is
 * not asked.
 */
export function asksOf(mandate: MandateProfile, grade: Grade | null): boolean {
  const asked = mandate.requirements.filter(({ modality }) => modality !== "encouraged");
  if (grade === null || asked.length === 0) return false;
  return (
    mandate.grades.includes(grade) ||
    asked.some((requirement) => gradesOf(mandate, requirement).includes(grade))
  );
}
