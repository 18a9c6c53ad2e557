import type { MeasuredCount } from "../disclosure/protect-counts.ts";
import type { ReviewStatus } from "../domain/review-status.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { NEEDS, type Need } from "../metrics/school-partial.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";

export type NextStepKey = PlaceColumns & {
  readonly breakdown: string;
  readonly group: string;
  readonly groupName: string;
  readonly requirement: string;
  readonly requirementName: string;
  readonly need: Need;
  readonly needName: string;
};

export const NEED_NAMES: { readonly [need in Need]: string } = {
  overdue: "Review overdue",
  "due-soon": "Review due within 30 days",
  "no-plan": "No plan",
};

/** The review status whose students have the need, each of them. */
const STATUS_OF: { readonly [need in Need]: ReviewStatus } = {
  overdue: "not-held",
  "due-soon": "pending",
  "no-plan": "plan-missing",
};

/**
 * How many students wait for what, at every place under the mandate, unprotected.
 * @param isHidden whether the table of statuses hides a status of a requirement at a place
 */
export const measuredNextSteps = (
  places: readonly Place[],
  mandate: MandateProfile,
  isHidden: (requirement: string, school: string, status: ReviewStatus) => boolean,
): readonly MeasuredCount<NextStepKey>[] =>
  places
    .filter(({ partial }) => partial.studentsUnderMandate > 0)
    .flatMap((place) =>
      mandate.requirements
        .filter(({ id }) => place.partial.statuses[id] !== undefined)
        .flatMap(({ id, name }) =>
          NEEDS.map((need): MeasuredCount<NextStepKey> => ({
            key: {
              ...placeColumns(place),
              breakdown: "all",
              group: "all",
              groupName: "All students",
              requirement: id,
              requirementName: name,
              need,
              needName: NEED_NAMES[need],
            },
            isHiddenElsewhere: isHidden(id, place.school, STATUS_OF[need]),
            students: place.partial.needs[id]?.[need] ?? 0,
            of: Object.values(place.partial.statuses[id]?.["all/all"] ?? {}).reduce(
              (a, b) => a + b,
              0,
            ),
          })),
        ),
    );
