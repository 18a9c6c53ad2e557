import { html } from "htl";
import type { Release } from "../release/release.ts";
import { dayInWords } from "../words/days.js";
import { exactPlacesNote } from "./exact-places.js";
import { pick } from "./pick.js";

/** Which district and which day the page is about, with the choice of another where there is one. */
export function placeAndDay({ districts, latest, manifest }: Release): HTMLElement {
  const district =
    districts.length > 1
      ? pick(
          "District",
          districts.map(({ id, name }) => ({ value: id, label: name })),
          manifest.district.id,
          (id) => open({ district: id }),
        )
      : html`<span class="place">${manifest.district.name}</span>`;
  const day =
    latest.releases.length > 1
      ? pick(
          "Data as of",
          latest.releases.map(({ release, asOf }) => ({ value: release, label: dayInWords(asOf) })),
          manifest.release,
          (release) =>
            open({
              district: manifest.district.id,
              ...(release === latest.release ? {} : { release }),
            }),
        )
      : html`<span>Data as of ${dayInWords(manifest.asOf)}</span>`;
  return html`<div>
    <div class="place-and-day">
      ${district}<span class="school-year">School year ${manifest.schoolYear}</span>${day}
      ${manifest.edition === "staff" ? html`<span class="tag">Staff edition</span>` : ""}
    </div>
    ${exactPlacesNote(manifest) ?? ""}
  </div>`;
}

/** Another district or release is another set of figures: the page is opened anew. */
function open(parameters: { readonly [key: string]: string }): void {
  location.search = new URLSearchParams(parameters).toString();
}
