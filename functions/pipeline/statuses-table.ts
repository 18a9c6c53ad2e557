import type { MeasuredDivision } from "../disclosure/protect-statuses.ts";
import { REVIEW_STATUSES } from "../domain/review-status.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { isReview } from "../mandates/requirement.ts";
import { groupsOf } from "./release-groups.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";

export type StatusKey = PlaceColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly breakdown: string;
  readonly group: string;
  readonly groupName: string;
};

/** The requirements as a chart offers them: all together first. */
export const requirementsOf = (
  mandate: MandateProfile,
): readonly { readonly id: string; readonly name: string }[] => [
  { id: "all", name: "All reviews due so far" },
  ...mandate.requirements.filter(isReview).map(({ id, name }) => ({ id, name })),
];

/** How each requirement's students divide by review status, at every place, unprotected. */
export const measuredStatuses = (
  places: readonly Place[],
  mandate: MandateProfile,
): readonly MeasuredDivision<StatusKey>[] =>
  requirementsOf(mandate).flatMap((requirement) =>
    places.flatMap((place) => {
      const groups = place.partial.statuses[requirement.id] ?? {};
      return (["all", "grade"] as const).flatMap((breakdown) =>
        groupsOf(breakdown, place, mandate, Object.keys(groups)).map(
          ({ key, group, groupName }): MeasuredDivision<StatusKey> => ({
            key: {
              requirement: requirement.id,
              requirementName: requirement.name,
              ...placeColumns(place),
              breakdown,
              group,
              groupName,
            },
            parts: REVIEW_STATUSES.map((status) => ({
              part: status,
              students: groups[key]?.[status] ?? 0,
            })),
            isApplicable:
              groups[key] !== undefined ||
              (!place.partial.holds.plans && place.partial.studentsUnderMandate > 0),
          }),
        ),
      );
    }),
  );
