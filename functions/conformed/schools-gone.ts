import type { ConformedManifest } from "./conformed-manifest.ts";

/** The names of the schools that the version before had and a new one does not have. */
export const schoolsGone = (
  before: Pick<ConformedManifest, "schools"> | null,
  { schools }: Pick<ConformedManifest, "schools">,
): readonly string[] =>
  (before?.schools ?? [])
    .filter(({ id }) => schools.every((school) => school.id !== id))
    .map(({ name }) => name);
