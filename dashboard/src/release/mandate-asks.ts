import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import type { TableName } from "../../../functions/releases/tables/tables.ts";

/** Whether the mandate in force names a review with a due day: else a page draws all that it asks. */
export const hasReviews = ({ tables }: ReleaseManifest): boolean =>
  tables.some(({ name, rows }) => name === "statuses" && rows > 0);

/** Whether it asks a review at a transition; what is only encouraged, or owed on request, has no figure. */
export const hasTransitions = ({ mandate }: ReleaseManifest): boolean =>
  mandate.requirements.some(
    ({ kind, isInForce, modality }) =>
      kind === "transition-review" &&
      isInForce &&
      modality !== "encouraged" &&
      modality !== "on-request",
  );

/** The table that stands in where a page has no reviews, or no transitions, to draw. */
export const standingsWithout =
  (has: (manifest: ReleaseManifest) => boolean) =>
  (manifest: ReleaseManifest): readonly TableName[] =>
    has(manifest) ? [] : ["standings"];

/** The way to the page of reviews, which shows every requirement where there are none. */
export const toCompliance = (manifest: ReleaseManifest): readonly [page: string, name: string] => [
  "compliance",
  hasReviews(manifest) ? "Whose review is overdue" : "Who acts next, by school",
];
