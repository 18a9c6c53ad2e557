import { html } from "htl";
import { tell } from "../asking/ask.js";
import { wordsOf } from "../asking/refusal.js";
import { fieldRow, type DecisionField, type FieldRow } from "./decision-field.js";

/** What was entered, by the names of the fields. */
export type Entered = { readonly [name: string]: string };

/** One decision as a form asks for it. */
export interface AskedDecision {
  readonly title: string;
  readonly fields: readonly DecisionField[];
  /** What the decision changes, in a sentence, as entered so far. */
  readonly effect: (entered: Entered) => string;
  /** The name under which the decision is recorded. */
  readonly signedAs: string;
  readonly submit: string;
  readonly path: string;
  readonly body: (entered: Entered) => object;
  /** A contradiction between fields, with the field to change; null if there is none. */
  readonly fault?: (entered: Entered) => { readonly field: string; readonly words: string } | null;
  /** Called once it is recorded. */
  readonly onRecorded: (entered: Entered) => void;
}

/** A button that opens the form of a decision; when that closes, it has the focus again. */
export function decisionButton(text: string, asked: () => AskedDecision): HTMLButtonElement {
  const button = html`<button type="button">${text}</button>` as HTMLButtonElement;
  button.addEventListener("click", () => openDecision(asked()));
  return button;
}

/**
 * Opens the form of a decision over the page. Escape and Cancel close it and record nothing; while it is
 * being recorded it cannot be sent again.
 */
export function openDecision(asked: AskedDecision): void {
  const rows = asked.fields.map(fieldRow);
  const entered = (): Entered => Object.fromEntries(rows.map(({ name, value }) => [name, value()]));
  const effect = html`<p class="effect" role="status"></p>`;
  const refused = html`<p class="refused" role="alert"></p>`;
  const submit = html`<button type="submit" class="primary">${asked.submit}</button>`;
  const cancel = html`<button type="button">Cancel</button>`;
  const form = html`<form novalidate aria-label=${asked.title}>
    <h2>${asked.title}</h2>
    ${rows.map(({ row }) => row)} ${effect}
    <p class="signer">
      Decided by <strong>${asked.signedAs}</strong>, and noted in the access log.
    </p>
    ${refused}
    <div class="dialog-buttons">${submit} ${cancel}</div>
  </form>` as HTMLFormElement;
  const dialog = html`<dialog class="decision">${form}</dialog>` as HTMLDialogElement;
  const sayEffect = (): void => {
    effect.textContent = asked.effect(entered());
  };
  sayEffect();
  form.addEventListener("input", sayEffect);
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // The form was sent again before the answer came.
    if (submit.hasAttribute("disabled")) return;
    const values = entered();
    if (!isComplete(rows, asked.fault?.(values) ?? null)) return;
    submit.toggleAttribute("disabled", true);
    refused.textContent = "";
    tell(asked.path, asked.body(values)).then(
      () => {
        dialog.close();
        asked.onRecorded(values);
      },
      (error: unknown) => {
        submit.toggleAttribute("disabled", false);
        refused.textContent = `Nothing was recorded: ${wordsOf(error)}`;
      },
    );
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Shows beside each field what is missing or wrong, and moves to the first. */
function isComplete(
  rows: readonly FieldRow[],
  fault: ReturnType<NonNullable<AskedDecision["fault"]>>,
): boolean {
  const faulty = rows.filter((row) => {
    const words = row.missing() ?? (fault?.field === row.name ? fault.words : "");
    row.say(words);
    return words !== "";
  });
  faulty[0]?.focus();
  return faulty.length === 0;
}
