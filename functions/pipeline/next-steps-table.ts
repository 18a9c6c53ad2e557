import type { FigureAsked } from "../disclosure/shown-figures.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { NEEDS, type Need } from "../metrics/school-partial.ts";
import { placeId } from "./measured-students.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";
import { statisticIds } from "./statistic-ids.ts";

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

/** The figure that is the need's: of two of them a review status is the same figure. */
export function figureOfNeed(
  need: string,
  requirement: string,
): { readonly statistic: string; readonly part: string } {
  switch (need) {
    case "overdue":
      return { statistic: statisticIds.statuses(requirement), part: "not-held" };
    case "no-plan":
      return { statistic: statisticIds.statuses(requirement), part: "plan-missing" };
    case "due-soon":
      return { statistic: statisticIds.dueSoon(requirement), part: "due-soon" };
    default:
      throw new Error(`no figure is published of the need ${need}`);
  }
}

/** Which share of a requirement's students waits for what, at every place under the mandate. */
export const askedNextSteps = (
  places: readonly Place[],
  mandate: MandateProfile,
): readonly FigureAsked<NextStepKey>[] =>
  places
    .filter(({ partial }) => partial.studentsUnderMandate > 0)
    .flatMap((place) =>
      mandate.requirements
        .filter(({ id }) => place.partial.statuses[id] !== undefined)
        .flatMap(({ id, name }) =>
          NEEDS.map((need): FigureAsked<NextStepKey> => ({
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
            ...figureOfNeed(need, id),
            place: placeId(place),
            group: "all/all",
            isApplicable: true,
          })),
        ),
    );
