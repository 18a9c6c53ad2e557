import type { Grade } from "../domain/grade.ts";
import type { MandateProfile } from "./mandate-profile.ts";

/** Whether a mandate asks anything of a grade; what is only encouraged is asked of nobody. */
export const asksOf = ({ grades, requirements }: MandateProfile, grade: Grade | null): boolean =>
  grade !== null &&
  grades.includes(grade) &&
  requirements.some(({ modality }) => modality !== "encouraged");
