import type { MeasuredCount } from "../disclosure/protect-counts.ts";
import {
  RECORD_OWNER_NAMES,
  RECORD_PROBLEM_DEFINITIONS,
  RECORD_PROBLEMS,
} from "../metrics/record-problem.ts";
import { problemFigures } from "../metrics/reconciliation.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";

export type ReconciliationKey = PlaceColumns & {
  readonly problem: string;
  readonly problemName: string;
  readonly cause: string;
  readonly owner: string;
  readonly remedy: string;
  readonly medianWeeks: number | null;
};

/** How many students have which problem of records at every place, unprotected. */
export const measuredReconciliation = (
  places: readonly Place[],
): readonly MeasuredCount<ReconciliationKey>[] =>
  places.flatMap((place) =>
    RECORD_PROBLEMS.map((problem) => {
      const { name, cause, owner, remedy } = RECORD_PROBLEM_DEFINITIONS[problem];
      const { students, medianWeeks } = problemFigures(place.partial.problems[problem] ?? {});
      return {
        key: {
          ...placeColumns(place),
          problem,
          problemName: name,
          cause,
          owner: RECORD_OWNER_NAMES[owner],
          remedy,
          medianWeeks: students === 0 ? null : medianWeeks,
        },
        students,
        of: place.partial.students,
        isHiddenElsewhere: false,
      };
    }),
  );
