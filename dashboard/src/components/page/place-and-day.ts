import { html } from "htl";
import { here } from "../../release/address.js";
import { isWhollyExact, type Edition } from "../../release/edition.js";
import { dayInWords } from "../../words/formats/days.js";
import { listInWords } from "../../words/formats/lists.js";
import { english } from "../../words/language.js";
import { noticeWords } from "../../words/notices.js";
import { pageWords as words } from "../../words/page.js";
import { pick } from "./pick.js";
import { worded } from "./worded.js";

/** Which district and which day the page is about, with the choice of another where there is one. */
export function placeAndDay(edition: Edition): HTMLElement {
  const { districts, screen } = edition;
  const district =
    districts.length > 1
      ? pick(
          words.district,
          districts.map(({ id, name }) => ({ value: id, label: english(name) })),
          screen.district.id,
          (id) => open({ district: id, release: null, school: null }),
        )
      : html`<span class="place" lang="en">${screen.district.name}</span>`;
  return html`<div class="place-and-day">
    ${district}<span>${words.schoolYear(screen.schoolYear)}</span>${day(edition)}
    ${screen.edition === "staff" ? html`<span class="tag">${words.staffEdition}</span>` : ""}
    ${printButton()} ${exactPlaces(edition) ?? ""}
  </div>`;
}

function printButton(): HTMLElement {
  const button = html`<button class="print" type="button">${words.print}</button>`;
  button.addEventListener("click", () => print());
  return button;
}

/** Another day keeps the school and the choices of the page. */
function day({ latest, screen }: Edition): HTMLElement {
  if (latest.releases.length < 2)
    return html`<span>${words.dataAsOf} ${dayInWords(screen.asOf)}</span>`;
  return pick(
    words.dataAsOf,
    latest.releases.map(({ release, asOf }) => ({ value: release, label: dayInWords(asOf) })),
    screen.release,
    (release) => open({ release: release === latest.release ? null : release }),
  );
}

/** Another district or day is another set of figures: the page is opened anew. */
const open = (parameters: { readonly [key: string]: string | null }): void =>
  location.assign(here(parameters));

/** Which places are exact for this reader, where that is not the whole district. */
function exactPlaces({ screen }: Edition): HTMLElement | null {
  const { edition, scope } = screen;
  if (edition === "public" || isWhollyExact(screen)) return null;
  const publicAsOf = scope?.publicAsOf ?? null;
  const on = publicAsOf === null ? null : dayInWords(publicAsOf);
  const names = scope?.exactNames ?? [];
  return html`<p class="exact-places">
    ${worded(names.length === 0 ? noticeWords.exactNowhere(on) : noticeWords.exactPlaces(listInWords(names.map(english)), on))}
  </p>`;
}
