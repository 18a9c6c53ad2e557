import { html } from "htl";
import type { ReleaseManifest } from "../../../functions/releases/manifest/manifest.ts";
import { isWhollyExact } from "../release/exactness.js";
import { dayInWords } from "../words/days.js";

/** What stays inside the district, and what the statement after it is about: the last lines of a page of the staff edition. */
export const staffStatement = (manifest: ReleaseManifest): string =>
  isWhollyExact(manifest)
    ? "Staff edition, exact: names of students stay inside the district. Of the public release:"
    : `Staff edition. ${exactPlaces(manifest)} Names of students stay inside the district. Of the public release:`;

/** Which places are exact for this reader, where that is not the whole district. */
export function exactPlacesNote(manifest: ReleaseManifest): HTMLElement | null {
  if (manifest.edition === "public" || isWhollyExact(manifest)) return null;
  return html`<p class="exact-places">${exactPlaces(manifest)}</p>`;
}

function exactPlaces({ schools, scope }: ReleaseManifest): string {
  const exact = schools.filter(({ id }) => scope?.exactSchools?.includes(id) ?? false);
  const names = new Intl.ListFormat("en").format(exact.map(({ name }) => name));
  const publicAsOf = scope?.publicAsOf ?? null;
  if (exact.length === 0) {
    return publicAsOf === null
      ? "No school is exact for you, and no public release is out yet to show in its place."
      : `No school is exact for you: every figure is shown as in the public release of ${dayInWords(publicAsOf)}.`;
  }
  const others =
    exact.length === schools.length ? "The district is" : "The district and the other schools are";
  return publicAsOf === null
    ? `Exact: ${names}. ${others} without figures until a public release is out.`
    : `Exact: ${names}. ${others} shown as in the public release of ${dayInWords(publicAsOf)}.`;
}
