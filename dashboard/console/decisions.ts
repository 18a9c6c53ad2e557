/**
 * Decisions: those that are waiting, and those that were made, newest first; with a student's key,
 * only those about the student.
 */
import { html } from "htl";
import type { AboutReader } from "../../functions/console/answers.ts";
import type { DecisionsPage } from "../../functions/console/decision-answers.ts";
import { ask, askPage } from "./asking/ask.js";
import { withQuery } from "./asking/with-query.js";
import { DECISION_NAMES } from "./decisions/decision-names.js";
import { decisionEntry } from "./decisions/decision-entry.js";
import { waitingParts } from "./decisions/waiting-parts.js";
import { studentForms } from "./decisions/student-forms.js";
import { choose } from "./parts/choices.js";
import { pagePlace } from "./parts/page-place.js";
import { placeLine } from "./parts/place-line.js";
import { pagedList } from "./parts/paged-list.js";
import { redrawnPlace } from "./parts/redrawn-place.js";
import { dayInWords } from "./words/days.js";
import { counted } from "./words/numbers.js";

redrawnPlace(pagePlace("decisions"), async (address, again) => {
  const { district } = await ask<AboutReader>("/console/me");
  const place = placeLine([district.name]);
  const student = address.get("student") ?? "";
  if (student !== "") return [place, ...ofStudent(student)];
  const kind = address.get("kind") ?? "";
  const query = new URLSearchParams(kind === "" ? {} : { kind });
  const first = await askDecisions(query, null);
  const kinds = Object.entries(DECISION_NAMES).map(([id, name]) => ({ id, name }));
  return [
    place,
    html`<p class="sentence" role="status">${sentenceOf(first)}</p>`,
    ...waitingParts(first),
    html`<section aria-labelledby="decided">
      <h2 id="decided">What was decided</h2>
      <div class="filters" role="search" aria-label="Which decisions">
        ${choose("Kind", "Every kind", kinds, kind === "" ? null : kind, (chosen) =>
          again(new URLSearchParams(chosen === null ? {} : { kind: chosen })),
        )}
      </div>
      ${first.decided.length === 0 ? html`<p>${nothingOf(kind)}</p>` : entriesOf(first, query)}
    </section>`,
    html`<p class="because">
      Why you may see it: ${first.because} You see decisions about the students whose plans you may
      see. A decision is never deleted: one that was a mistake is withdrawn, and both records are
      kept.
    </p>`,
  ];
});

/** What can be decided about one student, and what was. @param student the key */
function ofStudent(student: string): readonly HTMLElement[] {
  return [
    html`<p class="sentence">Decisions about one student.</p>`,
    html`<p>
      <a href=${`/student.html?student=${student}`}>To the student’s page</a> ·
      <a href="/decisions.html">To all decisions</a>
    </p>`,
    studentForms(student, []),
  ];
}

function askDecisions(query: URLSearchParams, after: string | null): Promise<DecisionsPage> {
  return askPage(withQuery("/console/decisions", query), after);
}

function sentenceOf({ waiting, asOf }: DecisionsPage): string {
  const { removals, duties, rules } = waiting;
  const open = [
    ...part(removals?.filter(({ isRefused }) => !isRefused).length, "file"),
    ...part(duties?.length, "duty", "duties"),
    ...part(rules?.length, "rule"),
  ];
  const figures = asOf === null ? "" : ` The figures shown are those of ${dayInWords(asOf)}.`;
  return open.length === 0
    ? `Nothing waits for a decision of yours.${figures}`
    : `For you to decide: ${new Intl.ListFormat("en").format(open)}.${figures}`;
}

const part = (count: number | undefined, noun: string, nouns?: string): readonly string[] =>
  count === undefined || count === 0 ? [] : [counted(count, noun, nouns)];

const nothingOf = (kind: string): string =>
  kind === ""
    ? "Nothing was decided one by one yet. What a district sends in lists of its own is on each student’s page."
    : "Nothing of this kind was decided one by one yet.";

function entriesOf(first: DecisionsPage, query: URLSearchParams): HTMLElement {
  const { shown, list, more } = pagedList<DecisionsPage>({
    list: html`<ul class="entries"></ul>`,
    first,
    entriesOf: ({ decided, signedAs }) =>
      decided.map((decision) => decisionEntry(decision, signedAs)),
    ask: (after) => askDecisions(query, after),
    shownInWords: (count, isEnd) =>
      isEnd
        ? `${counted(count, "decision")}, all shown.`
        : `The newest ${count} of ${first.all} are shown.`,
  });
  return html`<div>${shown} ${list} ${more}</div>`;
}
