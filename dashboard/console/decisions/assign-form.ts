import { html } from "htl";
import type { AboutReader } from "../../../functions/console/answers.ts";
import { ask } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";
import { counted } from "../words/numbers.js";
import { openDecision } from "./decision-dialog.js";
import { recordedNote } from "./recorded-note.js";

/**
 * A button that assigns students to a counselor, all of them at once; hidden from a reader whose roles
 * assign nobody.
 * @param students their keys
 * @param counselor by the name or id that plans and caseloads use, and as a page names the person
 */
export function assignForm(
  students: readonly string[],
  counselor: { readonly id: string; readonly name: string },
): HTMLElement {
  const who = counted(students.length, "student");
  const button = html`<button type="button">Assign ${who} to ${counselor.name}…</button>`;
  const place = html`<div class="assign" hidden>${button}</div>`;
  aboutReader().then(
    ({ can }) => {
      place.hidden = !can.includes("assign-counselor");
    },
    (error: unknown) => reportError(error),
  );
  const failed = html`<p role="status"></p>`;
  button.addEventListener("click", () => {
    aboutReader().then(
      (me) =>
        openDecision({
          title: `Assign ${who} to ${counselor.name}`,
          fields: [],
          effect: () =>
            `${who} ${students.length === 1 ? "comes" : "come"} into this caseload with the next run. A counselor whom a plan names stays the first one.`,
          ...{ signedAs: signatureOf(me), submit: "Assign", path: "/console/caseload-assignments" },
          body: () => ({ students, counselor: counselor.id }),
          onRecorded: () => recordedNote(place, `${who} assigned to ${counselor.name}.`),
        }),
      (error: unknown) => {
        failed.textContent = wordsOf(error);
        place.append(failed);
      },
    );
  });
  return place;
}

let asked: Promise<AboutReader> | undefined;

/** Who is signed in, asked once for all forms of a page. */
const aboutReader = (): Promise<AboutReader> => (asked ??= ask<AboutReader>("/console/me"));

/** The reader's name in the records. */
const signatureOf = ({ staff, name }: AboutReader): string =>
  staff === null || name === staff ? name : `${name} (${staff})`;
