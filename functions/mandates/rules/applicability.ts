import type { Grade } from "../../domain/people/grade.ts";
import type { StudentEventKind } from "../../domain/people/student-event.ts";

/** To whom a requirement applies. Each part limits it further; an absent part limits nothing. */
export interface Applicability {
  /** Grades on the date of the data; if absent, the grades of the profile. */
  readonly grades?: readonly Grade[];
  /** By the school year of entering grade 9 or of graduating, named by the year in which it ends. */
  readonly cohort?: {
    readonly by: "entering-grade-9" | "graduating";
    readonly from?: number;
    readonly until?: number;
  };
  /** Grades that come under the rule from a school year on. */
  readonly phases?: readonly { readonly grades: readonly Grade[]; readonly from: number }[];
  /** Programs, by the names of the source: in one of them, or in none of them. */
  readonly programs?: { readonly anyOf?: readonly string[]; readonly noneOf?: readonly string[] };
  /** Only students who came to the district during the school year, or only the others. */
  readonly entrants?: "only" | "not";
  /** Only after an event, of this school year or of any. */
  readonly after?: { readonly event: StudentEventKind; readonly within: "school-year" | "ever" };
  /** Only below this age on the date of the data. */
  readonly youngerThan?: number;
}
