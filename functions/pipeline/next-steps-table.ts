import type { MeasuredCount } from "../disclosure/protect-counts.ts";
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

/** How many students wait for what, at every place under the mandate, unprotected. */
export const measuredNextSteps = (
  places: readonly Place[],
  mandate: MandateProfile,
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
            students: place.partial.needs[id]?.[need] ?? 0,
            of: Object.values(place.partial.statuses[id]?.["all/all"] ?? {}).reduce(
              (a, b) => a + b,
              0,
            ),
          })),
        ),
    );
