import type { MeasuredDivision, ShownPart } from "../disclosure/protect-statuses.ts";
import {
  REQUIREMENT_STANDING_NAMES,
  REQUIREMENT_STANDINGS,
  type RequirementStanding,
} from "../domain/requirement-standing.ts";
import type { ReviewStatus } from "../domain/review-status.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { placeColumns, type Place, type PlaceColumns } from "./release-places.ts";
import type { StatusKey } from "./statuses-table.ts";

export type StandingKey = PlaceColumns & {
  readonly requirement: string;
  readonly requirementName: string;
};

/** How the students under the mandate stand on each requirement, at every place, unprotected. */
export const measuredStandings = (
  places: readonly Place[],
  mandate: MandateProfile,
): readonly MeasuredDivision<StandingKey>[] =>
  [{ id: "all", name: "All requirements together" }, ...mandate.requirements].flatMap(
    ({ id, name }) =>
      places.map((place): MeasuredDivision<StandingKey> => ({
        key: { ...placeColumns(place), requirement: id, requirementName: name },
        parts: REQUIREMENT_STANDINGS.map((standing) => ({
          part: standing,
          students: place.partial.standings[id]?.[standing] ?? 0,
        })),
        isApplicable: place.partial.studentsUnderMandate > 0,
      })),
  );

export const standingName = (part: string): string => {
  const standing = REQUIREMENT_STANDINGS.find((known) => known === part);
  return standing === undefined
    ? "Hidden to protect students"
    : REQUIREMENT_STANDING_NAMES[standing];
};

/**
 * A review's standings are sums of its statuses. Where the table of statuses hides some of more
 * than one standing, a sum would give away a hidden one: there the standings are hidden too.
 */
export function standingsBeside<Row extends StandingKey & ShownPart>(
  statuses: readonly (StatusKey & ShownPart)[],
  standings: readonly Row[],
): readonly Row[] {
  const hidden = new Map<string, Set<RequirementStanding>>();
  for (const { requirement, school, breakdown, part, state } of statuses) {
    if (state !== "hidden" || breakdown !== "all") continue;
    const place = `${requirement} ${school}`;
    hidden.set(place, (hidden.get(place) ?? new Set()).add(STANDING_OF[part as ReviewStatus]));
  }
  return standings
    .map((row) => ({ row, among: hidden.get(`${row.requirement} ${row.school}`)?.size ?? 0 }))
    .filter(({ row, among }) => among < 2 || row.part !== "hidden")
    .map(({ row, among }) =>
      among < 2 || row.state !== "shown"
        ? row
        : { ...row, students: null, share: null, state: "hidden" as const },
    );
}

const STANDING_OF: { readonly [status in ReviewStatus]: RequirementStanding } = {
  timely: "met",
  "held-late": "not-met",
  "not-held": "not-met",
  "plan-missing": "not-met",
  pending: "not-applicable",
  exempt: "not-applicable",
  "not-yet-assessable": "not-applicable",
};
