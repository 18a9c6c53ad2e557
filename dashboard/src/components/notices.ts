import { html } from "htl";
import { linkTo } from "../release/address.js";
import { editionName, isWhollyExact } from "../release/exactness.js";
import type { Opened, Release } from "../release/release.ts";
import { dayInWords, isStale } from "../words/days.js";
import { counted } from "../words/numbers.js";

export function loadingNotice(): HTMLElement {
  return html`<p class="loading" role="status">Reading the latest release…</p>`;
}

/** What a reader sees in place of a release that cannot be read, and what to do. */
export function missingNotice(opened: Exclude<Opened, { state: "ready" }>): HTMLElement {
  switch (opened.state) {
    case "no-district":
      return notice(
        "No district is published yet",
        html`<p>
          There is nothing to show until a first release is published. Run
          <code>npm start</code> for the demo district, or hand in a district’s exports, and open
          this page again: it needs no rebuild.
        </p>`,
      );
    case "unknown-district":
      return notice(
        `No district “${opened.district}” is published here`,
        html`<div>
          <p>The address may be mistyped. These districts have a release:</p>
          <ul>
            ${opened.districts.map(
              ({ id, name }) =>
                html`<li><a href="${linkTo("index", { district: id })}">${name}</a></li>`,
            )}
          </ul>
        </div>`,
      );
    case "unknown-release":
      return notice(
        `No release “${opened.release}” of ${opened.latest.district.name}`,
        html`<p>
          A release is kept unless the district withdraws it.
          <a href="?district=${encodeURIComponent(opened.latest.district.id)}"
            >Open the latest release</a
          >, as of ${dayInWords(opened.latest.asOf)}.
        </p>`,
      );
    case "older-release":
      return olderNotice(opened);
    case "refused":
      return notice("This cannot be shown to you", html`<p>${opened.words}</p>`);
    case "failed":
      return failedNotice(opened.what);
  }
}

/** A table that a page draws is not there: older than the page, or of no place that the reader sees. */
function olderNotice({ manifest, latest }: Extract<Opened, { state: "older-release" }>) {
  const name = editionName(manifest);
  const day = dayInWords(manifest.asOf);
  if (name === "edition" && !isWhollyExact(manifest)) {
    return notice(
      "This page is of the whole district, which has no public release yet",
      html`<p>
        What you see exactly has no figures of this sort. They come with the first public release.
      </p>`,
    );
  }
  return notice(
    `The ${name} as of ${day} has no figures for this page`,
    html`<p>
      It was published before this page was made.
      ${
        manifest.asOf === latest.asOf
          ? `The next ${name} has them.`
          : html`<a href="?district=${encodeURIComponent(latest.district.id)}"
                >Open the latest ${name}</a
              >, as of ${dayInWords(latest.asOf)}.`
      }
    </p>`,
  );
}

export function failedNotice(what: string): HTMLElement {
  return notice(
    "The release could not be read",
    html`<div>
      <p>
        The figures are safe where they are published; only this page could not read them.
        <a href="${location.href}">Try again</a>, and if it stays so, tell whoever runs the
        observatory what is written here:
      </p>
      <p><code>${what}</code></p>
    </div>`,
    "alert",
  );
}

/** Says that figures are old, or that a reader is looking at an older release on purpose. */
export function ageNotices({ latest, manifest }: Release): readonly HTMLElement[] {
  const name = editionName(manifest);
  if (manifest.release !== latest.release) {
    return [
      notice(
        `You are looking at an older ${name}, as of ${dayInWords(manifest.asOf)}`,
        html`<p>
          <a href="?district=${encodeURIComponent(latest.district.id)}">Open the latest ${name}</a>,
          as of ${dayInWords(latest.asOf)}.
          ${manifest.edition === "staff" ? "Its numbers open no list: a list of students is of today." : ""}
        </p>`,
      ),
    ];
  }
  const { publishedAt, staleAfterDays } = latest;
  if (staleAfterDays === null || !isStale(publishedAt, staleAfterDays, Date.now())) return [];
  return [
    notice(
      `These figures are old: the last ${name} came on ${dayInWords(publishedAt)}`,
      html`<p>
        A new one is expected within ${counted(staleAfterDays, "day")}. Ask whoever sends the
        exports whether last night’s files arrived, and read the
        <a href="${linkTo("data-quality")}">data quality page</a> before quoting a figure.
      </p>`,
    ),
  ];
}

/** In place of all figures of a district whose schools are too small for any. */
export function tooSmallNotice({ manifest }: Release): HTMLElement {
  const fewest = counted(manifest.protection.smallestGroup, "student");
  return notice(
    "This district is too small for public figures",
    html`<p>
      No school has ${fewest} or more to count here, and a figure of fewer could tell about one of
      them. Staff see exact figures in the staff edition.
      <a href="${linkTo("protection")}">How we protect students</a>
    </p>`,
  );
}

function notice(title: string, body: HTMLElement, role: "note" | "alert" = "note"): HTMLElement {
  return html`<div class="notice" role=${role}>
    <p class="notice-title">${title}</p>
    ${body}
  </div>`;
}
