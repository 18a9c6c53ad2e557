import type { FigureAsked } from "../disclosure/shown-figures.ts";
import {
  REQUIREMENT_STANDING_NAMES,
  REQUIREMENT_STANDINGS,
} from "../domain/requirement-standing.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { placeId } from "./measured-students.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";
import { ALL_REVIEWS, statisticIds } from "./statistic-ids.ts";

export type StandingKey = PlaceColumns & {
  readonly requirement: string;
  readonly requirementName: string;
  readonly standing: string;
  readonly standingName: string;
  readonly of: number | null;
};

/** How the students under the mandate stand on each requirement, at every place; see `plainReviews`. */
export const askedStandings = (
  places: readonly Place[],
  mandate: MandateProfile,
  plain: ReadonlySet<string>,
): readonly FigureAsked<StandingKey>[] =>
  [{ id: ALL_REVIEWS, name: "All requirements together" }, ...mandate.requirements].flatMap(
    ({ id, name }) =>
      places.flatMap((place) =>
        REQUIREMENT_STANDINGS.map((standing): FigureAsked<StandingKey> => ({
          key: {
            ...placeColumns(place),
            requirement: id,
            requirementName: name,
            standing,
            standingName: REQUIREMENT_STANDING_NAMES[standing],
            of: plain.has(id) ? null : place.partial.studentsUnderMandate,
          },
          statistic: statisticIds.standings(id),
          part: standing,
          place: placeId(place),
          group: "all/all",
          isApplicable:
            place.partial.studentsUnderMandate > 0 &&
            !(
              plain.has(id) &&
              place.partial.holds.plans &&
              place.partial.statuses[id] === undefined
            ),
        })),
      ),
  );
