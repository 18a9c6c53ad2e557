import { html } from "htl";
import { here, linkTo } from "../../release/address.js";
import type { AboutEdition, Edition, Opened } from "../../release/edition.ts";
import { dayInWords } from "../../words/formats/days.js";
import { isStale } from "../../release/is-stale.js";
import { noticeWords as words } from "../../words/notices.js";
import { counted } from "../../words/formats/nouns.js";
import { pageWords } from "../../words/page.js";
import { worded } from "./worded.js";

export const loadingNotice = (): HTMLElement =>
  html`<p class="loading" role="status">${pageWords.loading}</p>`;

/** What a reader sees in place of an edition that cannot be read, and what to do. */
export function missingNotice(
  opened: Exclude<Opened<AboutEdition>, { state: "ready" }>,
): HTMLElement {
  switch (opened.state) {
    case "no-district":
      return notice(words.noDistrict, html`<p>${words.noDistrictBody}</p>`);
    case "unknown-district":
      return notice(
        words.unknownDistrict(opened.district),
        html`<p>${words.unknownDistrictBody}</p>
          <ul>
            ${opened.districts.map(
              ({ id, name }) =>
                html`<li>
                  <a
                    lang="en"
                    href="${linkTo("index", { district: id, release: null, school: null })}"
                    >${name}</a
                  >
                </li>`,
            )}
          </ul>`,
      );
    case "unknown-release":
      return notice(
        words.unknownRelease(opened.latest.district.name),
        html`<p>${words.unknownReleaseBody} ${toLatest(opened.latest)}</p>`,
      );
    case "unknown-school":
      return notice(
        words.unknownSchool(opened.latest.district.name),
        html`<p>
          ${words.unknownSchoolBody}
          <a href="${linkTo("schools", { school: null })}">${words.allSchools}</a>
        </p>`,
      );
    case "older-release":
      return notice(
        words.older(dayInWords(opened.asOf)),
        html`<p>
          ${opened.asOf === opened.latest.asOf ? words.olderBody : toLatest(opened.latest)}
        </p>`,
      );
    case "refused":
      // In the words of the console, which speaks English.
      return notice(words.refused, html`<p lang="en">${opened.words}</p>`);
    case "failed":
      return failedNotice(opened.what);
  }
}

export function failedNotice(error: unknown): HTMLElement {
  const what = error instanceof Error ? error.message : String(error);
  return notice(
    words.failed,
    html`<p>${words.failedBody}</p>
      <p><code lang="en">${what}</code></p>
      <p><a href="${location.href}">${words.tryAgain}</a></p>`,
    "alert",
  );
}

/** Says that figures are old, or that a reader is looking at earlier ones on purpose. */
export function ageNotices({ latest, screen }: Edition): readonly HTMLElement[] {
  if (screen.release !== latest.release) {
    return [
      notice(
        words.past(dayInWords(screen.asOf)),
        html`<p>${toLatest(latest)} ${screen.edition === "staff" ? words.pastNoLists : ""}</p>`,
      ),
    ];
  }
  const { publishedAt, staleAfterDays } = latest;
  if (staleAfterDays === null || !isStale(publishedAt, staleAfterDays, Date.now())) return [];
  return [
    notice(
      words.stale(dayInWords(publishedAt)),
      html`<p>${words.staleBody(counted(staleAfterDays, "day"))}</p>`,
    ),
  ];
}

const toLatest = ({ asOf }: { readonly asOf: string }): HTMLElement =>
  html`<a href="${here({ release: null })}">${words.openLatest(dayInWords(asOf))}</a>.`;

export function notice(title: string, body: Node, role: "note" | "alert" = "note"): HTMLElement {
  return html`<div class="notice" role=${role}>
    <p class="notice-title">${worded(title)}</p>
    ${body}
  </div>`;
}
