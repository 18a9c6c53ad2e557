import type { FigureAsked } from "../disclosure/shown-figures.ts";
import { REVIEW_STATUS_NAMES, REVIEW_STATUSES } from "../domain/review-status.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { isReview } from "../mandates/requirement.ts";
import { placeId } from "./measured-students.ts";
import { groupsOf } from "./release-groups.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";
import { ALL_REVIEWS, statisticIds } from "./statistic-ids.ts";

export type StatusKey = PlaceColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly breakdown: string;
  readonly group: string;
  readonly groupName: string;
  readonly status: string;
  readonly statusName: string;
};

const BY_GRADE = ["all", "grade"] as const;
const WHOLE = ["all"] as const;

/** The requirements as a chart offers them: all together first, and these alone by grade, as the registry has it. */
const requirementsOf = (mandate: MandateProfile) => [
  { id: ALL_REVIEWS, name: "All reviews due so far", breakdowns: BY_GRADE },
  ...mandate.requirements.filter(isReview).map(({ id, name }) => ({ id, name, breakdowns: WHOLE })),
];

/** How each requirement's students divide by review status, at every place. */
export const askedStatuses = (
  places: readonly Place[],
  mandate: MandateProfile,
): readonly FigureAsked<StatusKey>[] =>
  requirementsOf(mandate).flatMap(({ id, name, breakdowns }) =>
    places.flatMap((place) => {
      const groups = place.partial.statuses[id] ?? {};
      const { holds, studentsUnderMandate } = place.partial;
      return breakdowns.flatMap((breakdown) =>
        groupsOf(breakdown, place, mandate, Object.keys(groups)).flatMap(
          ({ key, group, groupName }) =>
            REVIEW_STATUSES.map((status): FigureAsked<StatusKey> => ({
              key: {
                requirement: id,
                requirementName: name,
                ...placeColumns(place),
                breakdown,
                group,
                groupName,
                status,
                statusName: REVIEW_STATUS_NAMES[status],
              },
              statistic: statisticIds.statuses(id),
              part: status,
              place: placeId(place),
              group: key,
              isApplicable: groups[key] !== undefined || (!holds.plans && studentsUnderMandate > 0),
            })),
        ),
      );
    }),
  );
