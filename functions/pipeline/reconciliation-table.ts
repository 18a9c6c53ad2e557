import type { FigureAsked } from "../disclosure/shown-figures.ts";
import {
  RECORD_OWNER_NAMES,
  RECORD_PROBLEM_DEFINITIONS,
  RECORD_PROBLEMS,
} from "../metrics/record-problem.ts";
import { placeId } from "./measured-students.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";
import { statisticIds } from "./statistic-ids.ts";

export type ReconciliationKey = PlaceColumns & {
  readonly problem: string;
  readonly problemName: string;
  readonly cause: string;
  readonly owner: string;
  readonly remedy: string;
};

/** Which share of the students has which problem of records at every place. */
export const askedReconciliation = (
  places: readonly Place[],
): readonly FigureAsked<ReconciliationKey>[] =>
  places.flatMap((place) =>
    RECORD_PROBLEMS.map((problem): FigureAsked<ReconciliationKey> => {
      const { name, cause, owner, remedy } = RECORD_PROBLEM_DEFINITIONS[problem];
      return {
        key: {
          ...placeColumns(place),
          problem,
          problemName: name,
          cause,
          owner: RECORD_OWNER_NAMES[owner],
          remedy,
        },
        statistic: statisticIds.problem(problem),
        part: "counted",
        place: placeId(place),
        group: "all/all",
        isApplicable: true,
        isMeasured: place.partial.holds.plans,
      };
    }),
  );
