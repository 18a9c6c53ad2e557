/** Data to fix, by who can fix it: problems of records with the list behind each, and what of the files could not be used. */
import { html } from "htl";
import type { AboutReader } from "../../functions/console/answers.ts";
import type { DataToFixPage, OwnerToFix } from "../../functions/console/data-to-fix-answers.ts";
import { ask } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { filesTable } from "./data-to-fix/files-table.js";
import { kindsOfProblems } from "./data-to-fix/kinds-of-problems.js";
import { problemsTable } from "./data-to-fix/problems-table.js";
import { choose } from "./parts/choices.js";
import { pagePlace } from "./parts/page-place.js";
import { placeLine } from "./parts/place-line.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { takeAlong } from "./parts/take-along.js";
import { dayInWords } from "./words/days.js";
import { counted } from "./words/numbers.js";

redrawnPlace(pagePlace("data-to-fix"), async (address, again) => {
  const query = new URLSearchParams();
  for (const part of ["school", "owner"]) {
    const value = address.get(part) ?? "";
    if (value !== "") query.set(part, value);
  }
  const [{ district }, page] = await Promise.all([
    ask<AboutReader>("/console/me"),
    ask<DataToFixPage>(withQuery("/console/data-to-fix", query)),
  ]);
  const change = (part: string) => (value: string | null) => {
    const next = new URLSearchParams(query);
    next.delete(part);
    if (value !== null) next.set(part, value);
    again(next);
  };
  const [own, others] = divided(page);
  return [
    placeLine([district.name], page.asOf),
    html`<p class="sentence" role="status">${sentenceOf(page, own)}</p>`,
    html`<div class="filters" role="search" aria-label="Which data">
      ${choose("School", "Every school", page.schools, query.get("school"), change("school"))}
      ${choose("Who can fix it", "Everybody", OWNERS, query.get("owner"), change("owner"))}
    </div>`,
    takeAlong({ name: "CSV", address: withQuery("/console/data-to-fix.csv", query) }),
    ...own.map(ownerPart),
    ...(others.length === 0 ? [] : [othersPart(others, change("owner"))]),
    ...(page.noFiles === null ? [] : [html`<p class="no-files">${page.noFiles}</p>`]),
    html`<p class="because">
      Why you may see it: ${page.because} No value of a student stands here; each number of students
      opens their list.
    </p>`,
  ];
});

const OWNERS = [
  { id: "registrar", name: "Registrar" },
  { id: "counselor", name: "Counselor" },
  { id: "vendor", name: "Vendor of the plan platform" },
  { id: "sender", name: "Whoever sends the file" },
];

const BESIDE_TODAY =
  "“Data to fix” on Today counts each student once, and leaves out students whose only problem is a missing plan that a requirement already waits for.";

const isSomething = ({ problems, files }: OwnerToFix): boolean =>
  problems.length + files.length > 0;

/**
 * What the reader can fix, in full, and a summary of what others can; if nothing is the reader's
 * own, everything in full.
 */
function divided({
  owners,
  own,
  asked,
}: DataToFixPage): readonly [own: readonly OwnerToFix[], others: readonly OwnerToFix[]] {
  const some = owners.filter(isSomething);
  if (own === null || asked.owner !== null) return [some, []];
  return [some.filter(({ owner }) => owner === own), some.filter(({ owner }) => owner !== own)];
}

function sentenceOf({ asOf, own: owner }: DataToFixPage, own: readonly OwnerToFix[]): string {
  if (asOf === null) return "No edition is written yet, so no record problem is known.";
  const on = ` Students are counted as of ${dayInWords(asOf)}.`;
  if (own.length === 0) {
    return `${owner === null ? "Nothing is to be fixed" : "Nothing is for you to fix"}.${on}`;
  }
  return `${own.map(countedToFix).join("; ")}.${on} ${BESIDE_TODAY}`;
}

/** "Registrar: 2 kinds of problems (3 and 7 students) and 3 faults of files" */
function countedToFix({ ownerName, problems, files }: OwnerToFix): string {
  const parts = [
    ...(problems.length === 0 ? [] : [kindsOfProblems(problems)]),
    ...(files.length === 0 ? [] : [counted(files.length, "fault of files", "faults of files")]),
  ];
  return `${ownerName}: ${parts.join(" and ")}`;
}

const ownerPart = ({ owner, ownerName, problems, files }: OwnerToFix): HTMLElement =>
  html`<section aria-labelledby=${`of-${owner}`}>
    <h2 id=${`of-${owner}`}>${ownerName}</h2>
    ${problems.length === 0 ? "" : problemsTable(problems, ownerName)}
    ${files.length === 0 ? "" : filesTable(files, ownerName)}
  </section>`;

/** What others can fix, as sentences. */
const othersPart = (others: readonly OwnerToFix[], show: (owner: string) => void): HTMLElement => {
  const line = (toFix: OwnerToFix): HTMLElement => {
    const button = html`<button type="button">Show</button>`;
    button.setAttribute("aria-label", `Show what is for: ${toFix.ownerName}`);
    button.addEventListener("click", () => show(toFix.owner));
    return html`<li>${countedToFix(toFix)}. ${button}</li>`;
  };
  return html`<section aria-labelledby="others">
    <h2 id="others">Not yours to fix</h2>
    <ul class="others">
      ${others.map(line)}
    </ul>
  </section>`;
};
