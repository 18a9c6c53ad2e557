import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";

/** Whether every figure is exact: the staff edition, as whoever may see the whole district sees it. */
export const isWhollyExact = ({ edition, scope }: ReleaseManifest): boolean =>
  edition === "staff" && (scope === undefined || scope.exactSchools === null);

/** Whether a place has what the staff edition alone has; the others have what the public release has. */
export const isExactPlace = (
  { edition, scope }: ReleaseManifest,
  { level, school }: { readonly level: string; readonly school: string },
): boolean =>
  edition === "staff" &&
  (scope === undefined ||
    scope.exactSchools === null ||
    (level === "school" && scope.exactSchools.includes(school)));

/** What a page calls what it shows: the public sees releases, staff the edition of each night. */
export const editionName = ({ edition }: ReleaseManifest): "release" | "edition" =>
  edition === "staff" ? "edition" : "release";
