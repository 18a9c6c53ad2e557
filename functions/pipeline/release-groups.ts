import { GRADES, gradeName, isGrade } from "../domain/grade.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import type { Breakdown } from "../metrics/metric.ts";
import type { Place } from "./release-places.ts";

/** One group of a breakdown, under the key that partials use. */
export interface Group {
  readonly key: string;
  readonly breakdown: Breakdown;
  readonly group: string;
  readonly groupName: string;
}

/**
 * The groups that a place publishes: one division of its students at a time. A school is itself a
 * division of the district, so grades are published for the district only until protection covers
 * both at once; a transition is one grade's cohort and stands for itself.
 */
export function groupsOf(
  breakdown: Breakdown,
  place: Place,
  mandate: MandateProfile,
  present: readonly string[],
): readonly Group[] {
  switch (breakdown) {
    case "all":
      return [{ key: "all/all", breakdown, group: "all", groupName: "All students" }];
    case "grade":
      if (place.level === "school") return [];
      return GRADES.filter((grade) => present.includes(`grade/${grade}`)).map((grade) => ({
        key: `grade/${grade}`,
        breakdown,
        group: grade,
        groupName: isGrade(grade) ? gradeName(grade) : grade,
      }));
    case "transition":
      return mandate.requirements.flatMap((requirement) =>
        requirement.kind === "transition-review"
          ? {
              key: `transition/${requirement.id}`,
              breakdown,
              group: requirement.id,
              groupName: requirement.transitionName,
            }
          : [],
      );
  }
}
