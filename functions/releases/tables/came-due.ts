import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { cameDue as cameDueOf } from "../../metrics/cube/due-days.ts";
import { requirementsWithBar } from "../../metrics/questions/requirement-questions.ts";
import { placeColumns, type EditionScope, type PlaceColumns } from "./places.ts";
import { PLACE, REQUIREMENT } from "./columns.ts";

export const cameDue = {
  name: "came-due",
  title: "Newly due since the last release",
  description:
    "One row per level, school and requirement that has come due for students since the release before: rates that ask for several requirements together are not compared across it. Public releases name requirements that have come due for as many students of the district as the smallest group has, and no number.",
  primaryKey: ["level", "school", "requirement"],
  columns: [
    ...PLACE,
    ...REQUIREMENT,
    {
      name: "previousAsOf",
      type: "day",
      title: "Day before",
      definition: "The date of the previous release, which the manifest names (previousRelease).",
    },
  ],
} as const satisfies TableDefinition;

/** The same for staff, with the number of students. */
export const staffCameDue = {
  ...cameDue,
  columns: [
    ...cameDue.columns,
    {
      name: "count",
      type: "integer",
      title: "Students for whom it came due",
      definition:
        "Students counted on the date of the data whose due date was on or after the date of the previous release and before the date of the data. On its due date a requirement is still open.",
    },
  ],
} as const satisfies TableDefinition;

export interface CameDueKey extends PlaceColumns {
  readonly requirement: string;
  readonly requirementName: string;
  readonly previousAsOf: string;
}

/** For how many students each requirement has come due since the release before, at every place; left out where for none. */
export const cameDueSince = (
  { places, mandate, asOf }: Pick<EditionScope, "places" | "mandate" | "asOf">,
  previous: { readonly asOf: string } | null,
): readonly (CameDueKey & { readonly count: number })[] =>
  previous === null
    ? []
    : places.flatMap((place) =>
        requirementsWithBar(mandate, asOf).flatMap(({ id, name }) => {
          const count = cameDueOf(place.cube.dueDays[id], previous.asOf, asOf);
          if (count === 0) return [];
          return [
            {
              ...placeColumns(place),
              requirement: id,
              requirementName: name,
              previousAsOf: previous.asOf,
              count,
            },
          ];
        }),
      );
